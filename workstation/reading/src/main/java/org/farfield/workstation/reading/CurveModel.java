package org.farfield.workstation.reading;

import java.util.Optional;
import org.farfield.rendering.engine.CurvePath;
import org.farfield.rendering.engine.CurvedLayout;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/** The curved reformat of one display set: draws the path, asks for its pictures. FX thread. */
public final class CurveModel {
    /** Of the cross section's edge, in mm. */
    static final double SECTION_MM = 60;

    private final MprModel mpr;

    CurveModel(MprModel mpr) {
        this.mpr = mpr;
    }

    public CurveView view() {
        return mpr.state().curve();
    }

    /** Adds a point to the path; answers the drag that moves it until the button is let go. */
    Gesture draw(PatientPoint point, java.util.function.Function<ViewPoint, PatientPoint> toPatient) {
        MprState before = mpr.state();
        CurveView start = view();
        mpr.set(before.withCurve(start.with(point)));
        return new Drag(
                mpr, before, "tool.curve", to -> mpr.set(mpr.state().withCurve(start.with(toPatient.apply(to)))));
    }

    /** Shows the picture along the path, or the oblique plane again; nothing without a path. */
    public void toggleShown() {
        if (view().path().isPresent()) {
            mpr.set(mpr.state().withCurve(view().withShown(!view().shown())));
        }
    }

    /** Straightened or stretched, by turns. */
    public void toggleLayout() {
        CurvedLayout other =
                view().layout() == CurvedLayout.STRAIGHTENED ? CurvedLayout.STRETCHED : CurvedLayout.STRAIGHTENED;
        mpr.set(mpr.state().withCurve(view().with(other)));
    }

    /** Forgets the path. */
    public void clear() {
        mpr.set(mpr.state().withCurve(CurveView.NONE));
    }

    /** Puts the cross section so far along the path, and the crosshair with it. */
    public void goTo(double mm) {
        view().path().ifPresent(path -> {
            CurveView moved = view().withSection(mm);
            mpr.set(mpr.state().withCurve(moved));
            mpr.moveCrosshair(path.at(moved.sectionMm()));
        });
    }

    /** The drag of the cross section's mark in the curved picture. */
    public Gesture dragSection(CurvedRequest shown) {
        MprState before = mpr.state();
        return new Drag(mpr, before, "curve.section", to -> goTo(alongMm(shown, to.y())));
    }

    /** How far along the path a row of the curved picture is. */
    static double alongMm(CurvedRequest shown, double row) {
        double low = 0;
        double high = shown.path().lengthMm();
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (shown.rowOf(middle) < row) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** What to render of the path in a viewport of so many device pixels; empty where it is not shown. */
    public Optional<CurvedRequest> request(int width, int height) {
        return view().shownPath().map(path -> request(path, width, height));
    }

    private CurvedRequest request(CurvePath path, int width, int height) {
        PatientVector across = CurvedRequest.acrossOf(path);
        MprState now = mpr.state();
        return new CurvedRequest(
                mpr.displaySet().volume(),
                path,
                view().layout(),
                across,
                CurvedRequest.fit(path, view().layout(), across, height),
                width,
                height,
                Interpolation.LINEAR,
                now.window(),
                now.inverted());
    }

    /** The cross section, {@value #SECTION_MM} mm wide, for a square of so many device pixels. */
    public Optional<ReformatRequest> section(int edge) {
        return view().shownPath().map(path -> {
            CurvedRequest curved = request(path, edge, edge);
            MprState now = mpr.state();
            return new ReformatRequest(
                    mpr.displaySet().volume(),
                    curved.crossSection(view().sectionMm(), SECTION_MM / edge),
                    edge,
                    edge,
                    Slab.NONE,
                    Interpolation.LINEAR,
                    now.window(),
                    now.inverted());
        });
    }
}
