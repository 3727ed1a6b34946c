package org.farfield.workstation.reading.live;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.LimitViolation;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;

/**
 * The plan as the remote operator is editing it: the gateway's plan, and over it what was typed or dragged here and the
 * gateway has not taken yet. A plan that arrives while something is being edited changes only the fields that were not
 * touched. Owner: the FX thread.
 */
public final class PlanDraft {

    private static final List<PlanField> HELICAL = List.of(
            PlanField.START_MM,
            PlanField.END_MM,
            PlanField.KILOVOLTS,
            PlanField.TUBE_CURRENT_MA,
            PlanField.ROTATION_SECONDS,
            PlanField.PITCH,
            PlanField.COLLIMATION_MM,
            PlanField.SLICE_THICKNESS_MM,
            PlanField.INTERVAL_MM,
            PlanField.FIELD_OF_VIEW_MM,
            PlanField.CENTER_X_MM,
            PlanField.CENTER_Y_MM,
            PlanField.BREATH_HOLD_DELAY_SECONDS);
    private static final List<PlanField> LOCALIZER = List.of(
            PlanField.START_MM,
            PlanField.END_MM,
            PlanField.KILOVOLTS,
            PlanField.TUBE_CURRENT_MA,
            PlanField.FIELD_OF_VIEW_MM,
            PlanField.BREATH_HOLD_DELAY_SECONDS);

    private ScanPlan base;
    private ScanPlan draft;
    private final Map<PlanField, String> unreadable = new EnumMap<>(PlanField.class);

    public PlanDraft(ScanPlan plan) {
        base = plan;
        draft = plan;
    }

    /** The fields a plan of this kind is edited by, in the order they are shown. */
    public static List<PlanField> fieldsOf(PlanKind kind) {
        return kind == PlanKind.HELICAL ? HELICAL : LOCALIZER;
    }

    /** Takes the gateway's newest plan. */
    public void heard(ScanPlan plan) {
        if (plan.kind() != base.kind()) {
            base = plan;
            discard();
        } else if (!plan.equals(base)) {
            ScanPlan merged = plan;
            for (PlanField field : changed()) {
                merged = merged.with(field, draft.number(field));
            }
            merged = kernelChanged() ? merged.withKernel(draft.kernel()) : merged;
            draft = viewChanged() ? merged.withView(draft.view()) : merged;
            base = plan;
        }
    }

    /** What was typed into a field; a text that is no number is kept and reported by {@link #unreadable}. */
    public void type(PlanField field, String text) {
        Optional<Double> number = Numbers.parse(text);
        if (number.isPresent()) {
            set(field, number.get());
        } else {
            unreadable.put(field, text);
        }
    }

    /** Sets a field to a number in its unit. */
    public void set(PlanField field, double value) {
        unreadable.remove(field);
        draft = draft.with(field, value);
    }

    public void setKernel(String kernel) {
        draft = draft.withKernel(kernel);
    }

    public void setView(LocalizerView view) {
        draft = draft.withView(view);
    }

    /** Drops every edit that the gateway has not taken. */
    public void discard() {
        unreadable.clear();
        draft = base;
    }

    /** The plan with the edits. */
    public ScanPlan plan() {
        return draft;
    }

    /** The plan as the gateway has it. */
    public ScanPlan base() {
        return base;
    }

    /** Whether anything here differs from what the gateway has. */
    public boolean isChanged() {
        return !draft.equals(base) || !unreadable.isEmpty();
    }

    /** The numbers that differ from what the gateway has. */
    public Set<PlanField> changed() {
        Set<PlanField> changed = EnumSet.noneOf(PlanField.class);
        for (PlanField field : PlanField.values()) {
            if (draft.number(field) != base.number(field) || unreadable.containsKey(field)) {
                changed.add(field);
            }
        }
        return changed;
    }

    public boolean kernelChanged() {
        return !draft.kernel().equals(base.kernel());
    }

    public boolean viewChanged() {
        return draft.view() != base.view();
    }

    /** The text in a field that is no number, if it is none. */
    public Optional<String> unreadable(PlanField field) {
        return Optional.ofNullable(unreadable.get(field));
    }

    /** How the field's number is written in its input. */
    public String text(PlanField field) {
        return unreadable(field).orElseGet(() -> Numbers.plain(draft.number(field)));
    }

    /** Everything the scanner could not run, as a hint: the gateway decides. */
    public List<LimitViolation> violations(PlanLimits limits) {
        return limits.check(draft);
    }

    /** Whether the plan with the edits could be sent: every text a number, nothing outside the limits. */
    public boolean isSendable(PlanLimits limits) {
        return unreadable.isEmpty() && violations(limits).isEmpty();
    }

    /** Moves a field by {@code steps} of its limit, or of what suits it where it has no step, within the limit. */
    public void nudge(PlanField field, int steps, PlanLimits limits) {
        FieldLimit limit = limits.fields().get(field);
        set(field, Snap.step(draft.number(field), steps, stepOf(field), Optional.ofNullable(limit)));
    }

    /** Sets a field to the allowed value nearest to {@code value}, to half a millimetre where any is allowed. */
    public void snap(PlanField field, double value, PlanLimits limits) {
        FieldLimit limit = limits.fields().get(field);
        double rounded = Math.rint(value * 2) / 2;
        set(field, limit == null ? rounded : Snap.nearest(limit.allows(rounded) ? rounded : value, limit));
    }

    private static double stepOf(PlanField field) {
        return switch (field) {
            case PITCH, ROTATION_SECONDS -> 0.05;
            case INTERVAL_MM, SLICE_THICKNESS_MM -> 0.1;
            case TUBE_CURRENT_MA -> 5;
            default -> 1;
        };
    }
}
