package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.CurvePath;
import org.farfield.rendering.engine.CurvedLayout;
import org.farfield.rendering.volume.PatientPoint;

/**
 * A path that was drawn through the volume, and how the picture along it is looked at.
 *
 * @param points in the order in which they were set
 * @param shown whether the picture along it takes the oblique plane's place
 * @param sectionMm how far along the path the cross section lies
 */
public record CurveView(List<PatientPoint> points, CurvedLayout layout, boolean shown, double sectionMm) {
    /** No path yet. */
    public static final CurveView NONE = new CurveView(List.of(), CurvedLayout.STRAIGHTENED, false, 0);

    private static final double APART_MM = 1e-3;

    public CurveView {
        points = List.copyOf(points);
    }

    /** The path, once it has two different points. */
    public Optional<CurvePath> path() {
        boolean two = points.stream().anyMatch(point -> point.distanceTo(points.getFirst()) > APART_MM);
        return two ? Optional.of(new CurvePath(points)) : Optional.empty();
    }

    /** The path where its picture is shown. */
    public Optional<CurvePath> shownPath() {
        return shown ? path() : Optional.empty();
    }

    /** With one point more at the end; the second one shows the picture. */
    CurveView with(PatientPoint point) {
        List<PatientPoint> more = new ArrayList<>(points);
        more.add(point);
        return new CurveView(more, layout, shown || more.size() == 2, sectionMm);
    }

    CurveView with(CurvedLayout other) {
        return new CurveView(points, other, shown, sectionMm);
    }

    CurveView withShown(boolean on) {
        return new CurveView(points, layout, on, sectionMm);
    }

    CurveView withSection(double mm) {
        double longest = path().map(CurvePath::lengthMm).orElse(0.0);
        return new CurveView(points, layout, shown, Math.clamp(mm, 0, longest));
    }
}
