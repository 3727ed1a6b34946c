package org.farfield.remote.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scanner can run, as the gateway tells every participant. Immutable; any thread.
 *
 * @param fields what each field may hold; a field without an entry is not limited by itself
 * @param kernels the kernels the scanner has, in the order to show them; empty means any
 * @param maximumLengthMm longest range, mm
 * @param maximumSlices most slices of one series
 * @param maximumScanSeconds longest beam-on time, s
 */
public record PlanLimits(
        Map<PlanField, FieldLimit> fields,
        List<String> kernels,
        double maximumLengthMm,
        int maximumSlices,
        double maximumScanSeconds) {

    /** Keeps its own copies. */
    public PlanLimits {
        EnumMap<PlanField, FieldLimit> copy = new EnumMap<>(PlanField.class);
        copy.putAll(fields);
        fields = Collections.unmodifiableMap(copy);
        kernels = List.copyOf(kernels);
    }

    /** Everything in the plan that the scanner cannot run; empty when it can. The order is that of the fields. */
    public List<LimitViolation> check(ScanPlan plan) {
        List<LimitViolation> violations = new ArrayList<>();
        fields.forEach((field, limit) -> {
            if (!limit.allows(plan.number(field))) {
                violations.add(new LimitViolation(
                        field.word(), shown(plan.number(field), field.unit()), limit.text() + " " + field.unit()));
            }
        });
        if (!kernels.isEmpty() && !kernels.contains(plan.kernel())) {
            violations.add(new LimitViolation("kernel", plan.kernel(), "one of " + String.join(", ", kernels)));
        }
        if (!(plan.lengthMm() > 0 && plan.lengthMm() <= maximumLengthMm)) {
            violations.add(atMost("length", plan.lengthMm(), maximumLengthMm, "mm"));
        }
        if (plan.plannedSlices() < 1 || plan.plannedSlices() > maximumSlices) {
            violations.add(new LimitViolation("slices", "" + plan.plannedSlices(), "1 to " + maximumSlices));
        }
        if (!(plan.scanSeconds() > 0 && plan.scanSeconds() <= maximumScanSeconds)) {
            violations.add(atMost("scan-time", plan.scanSeconds(), maximumScanSeconds, "s"));
        }
        return List.copyOf(violations);
    }

    private static LimitViolation atMost(String field, double value, double maximum, String unit) {
        return new LimitViolation(field, shown(value, unit), "more than 0, at most " + shown(maximum, unit));
    }

    private static String shown(double value, String unit) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "")
                + (unit.isEmpty() ? "" : " " + unit);
    }
}
