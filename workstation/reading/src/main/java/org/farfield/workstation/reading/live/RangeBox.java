package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;

/**
 * The scan range of a plan on a localizer: two lines across (start and end) and the field of view as the box between
 * them, and how dragging a part of it changes the plan. Millimetres in patient coordinates; immutable.
 *
 * @param view the localizer's: a frontal view shows x across, a lateral one y
 * @param startMm patient z of the first slice
 * @param endMm patient z of the last
 * @param lowMm smaller edge of the field of view across the patient
 * @param highMm larger edge
 */
public record RangeBox(LocalizerView view, double startMm, double endMm, double lowMm, double highMm) {

    /** The box of a plan. */
    public static RangeBox of(ScanPlan plan, LocalizerView view) {
        double center = plan.number(centerField(view));
        double half = plan.fieldOfViewMm() / 2;
        return new RangeBox(view, plan.startMm(), plan.endMm(), center - half, center + half);
    }

    /**
     * What lies at a place, lines before edges before the inside.
     *
     * @param toleranceMm how near a line counts as on it
     */
    public Optional<RangeHandle> at(double acrossMm, double alongMm, double toleranceMm) {
        double top = Math.max(startMm, endMm) + toleranceMm;
        double bottom = Math.min(startMm, endMm) - toleranceMm;
        if (alongMm > top || alongMm < bottom) {
            return Optional.empty();
        }
        double toStart = Math.abs(alongMm - startMm);
        double toEnd = Math.abs(alongMm - endMm);
        if (Math.min(toStart, toEnd) <= toleranceMm) {
            return Optional.of(toStart <= toEnd ? RangeHandle.START : RangeHandle.END);
        }
        if (Math.abs(acrossMm - lowMm) <= toleranceMm) {
            return Optional.of(RangeHandle.LOW_EDGE);
        }
        if (Math.abs(acrossMm - highMm) <= toleranceMm) {
            return Optional.of(RangeHandle.HIGH_EDGE);
        }
        return acrossMm > lowMm && acrossMm < highMm ? Optional.of(RangeHandle.BOX) : Optional.empty();
    }

    /**
     * Drags a part of this box (as it was when the drag began) by a way in millimetres and writes the outcome, held to
     * what the scanner allows, into the draft.
     */
    public void drag(RangeHandle handle, double acrossMm, double alongMm, PlanDraft draft, PlanLimits limits) {
        double center = (lowMm + highMm) / 2;
        switch (handle) {
            case START -> draft.snap(PlanField.START_MM, startMm + alongMm, limits);
            case END -> draft.snap(PlanField.END_MM, endMm + alongMm, limits);
            case LOW_EDGE -> draft.snap(PlanField.FIELD_OF_VIEW_MM, 2 * (center - (lowMm + acrossMm)), limits);
            case HIGH_EDGE -> draft.snap(PlanField.FIELD_OF_VIEW_MM, 2 * (highMm + acrossMm - center), limits);
            default -> { // BOX
                draft.snap(PlanField.START_MM, startMm + alongMm, limits);
                double moved = draft.plan().startMm() - startMm;
                draft.snap(PlanField.END_MM, endMm + moved, limits);
                draft.snap(PlanField.START_MM, startMm + draft.plan().endMm() - endMm, limits);
                draft.snap(centerField(view), center + acrossMm, limits);
            }
        }
    }

    private static PlanField centerField(LocalizerView view) {
        return view == LocalizerView.AP ? PlanField.CENTER_X_MM : PlanField.CENTER_Y_MM;
    }
}
