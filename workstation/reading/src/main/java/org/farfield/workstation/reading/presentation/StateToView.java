package org.farfield.workstation.reading.presentation;

import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.reading.PlaneView;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.report.gsps.DisplayedArea;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.gsps.PresentationState.Rescale;
import org.farfield.workstation.report.gsps.Target;
import org.farfield.workstation.report.gsps.VoiChoice;
import org.farfield.workstation.study.LutReading;

/** Takes from a presentation state how a volume is to be seen. */
final class StateToView {
    private StateToView() {}

    /**
     * The window for a slice, in the values of the volume: a state counts in its own rescaling (PS3.4 N.2.1), or in
     * stored values where it has none.
     */
    static Optional<VoiTransform> window(PresentationState state, AcquiredSlice slice) {
        Rescale theirs = state.rescale().orElse(new Rescale(1, 0, "US"));
        Rescale ours = ViewToState.rescale(slice).orElse(theirs);
        double scale = ours.slope() / theirs.slope();
        double shift = ours.intercept() - theirs.intercept() * scale;
        return state.windows().stream()
                .filter(each -> Target.any(each.targets(), slice.image().sopInstanceUid(), slice.frame()))
                .findFirst()
                .flatMap(voi -> voi.table().isPresent()
                        ? table(voi, scale == 1 && shift == 0, theirs.intercept() < 0)
                        : Optional.of(window(voi, scale, shift)));
    }

    private static VoiTransform window(VoiChoice voi, double scale, double shift) {
        double size = Math.abs(scale);
        return switch (voi.function()) {
            case "LINEAR_EXACT" -> new VoiTransform.LinearExact(voi.center() * scale + shift, voi.width() * size);
            case "SIGMOID" -> new VoiTransform.Sigmoid(voi.center() * scale + shift, voi.width() * size);
            default ->
                new VoiTransform.Window(
                        (voi.center() - 0.5) * scale + shift + 0.5, Math.max(1, (voi.width() - 1) * size + 1));
        };
    }

    private static Optional<VoiTransform> table(VoiChoice voi, boolean sameValues, boolean signed) {
        return voi.table()
                .filter(item -> sameValues)
                .flatMap(item -> LutReading.of(item, signed))
                .map(table -> new VoiTransform.Table(table, ""));
    }

    /**
     * How a plane is to be looked at so that a viewport shows the area of a slice.
     *
     * @param now the viewport as it is
     * @param zoom its zoom now
     * @param middle of the volume
     */
    static PlaneView view(
            PresentationState state,
            AcquiredSlice slice,
            SlicePlane plane,
            ViewportGeometry now,
            double zoom,
            PatientPoint middle) {
        Turn turn = Turn.of(state.orientation());
        PatientVector right = turn.right(plane);
        PatientVector down = turn.down(plane);
        Optional<DisplayedArea> area = SliceDrawings.area(state, slice);
        if (area.isEmpty()) {
            return new PlaneView(right, down, 0, 0, 1);
        }
        DisplayedArea seen = area.get();
        double columns = Math.abs(seen.right() - seen.left()) + 1.0;
        double rows = Math.abs(seen.bottom() - seen.top()) + 1.0;
        PatientPoint centre = AcquiredSlice.toPatient(
                plane, (seen.left() + seen.right() - 1) / 2.0, (seen.top() + seen.bottom() - 1) / 2.0);
        double across = turn.level() ? columns * plane.columnSpacingMm() : rows * plane.rowSpacingMm();
        double along = turn.level() ? rows * plane.rowSpacingMm() : columns * plane.columnSpacingMm();
        boolean magnified = seen.mode() == DisplayedArea.SizeMode.MAGNIFY && seen.magnification() > 0;
        double scale = magnified
                ? plane.columnSpacingMm() / seen.magnification()
                : Math.max(across / now.width(), along / now.height());
        PatientVector off = centre.minus(middle);
        return new PlaneView(right, down, off.dot(right), off.dot(down), now.mmPerPixel() * zoom / scale);
    }
}
