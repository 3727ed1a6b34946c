package org.farfield.workstation.reading.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;

/**
 * One line of the table that shows exactly what a plan will run.
 *
 * @param key what it is: a {@link PlanField}'s word, or {@code kind}, {@code view}, {@code kernel}
 * @param value as the canonical text has it, shortened to the decimals it needs
 * @param unit its unit, may be empty
 * @param before what the last accepted plan had, where it differs
 */
public record PlanRow(String key, String value, String unit, Optional<String> before) {

    /** Every line of a plan's canonical text that has a meaning for its kind, in its order. */
    public static List<PlanRow> of(ScanPlan plan, Optional<ScanPlan> lastAccepted) {
        Optional<ScanPlan> last = lastAccepted.filter(before -> before.kind() == plan.kind());
        List<PlanRow> rows = new ArrayList<>();
        rows.add(new PlanRow(
                "kind",
                plan.kind().name(),
                "",
                lastAccepted
                        .map(before -> before.kind().name())
                        .filter(before -> !before.equals(plan.kind().name()))));
        if (plan.kind() == PlanKind.LOCALIZER) {
            rows.add(word(
                    "view", plan.view().name(), last.map(before -> before.view().name())));
        }
        for (PlanField field : PlanField.values()) {
            if (PlanDraft.fieldsOf(plan.kind()).contains(field) || field == PlanField.MATRIX) {
                String value = Numbers.plain(plan.number(field));
                Optional<String> before = last.map(other -> Numbers.plain(other.number(field)));
                rows.add(new PlanRow(field.word(), value, field.unit(), before.filter(text -> !text.equals(value))));
            }
        }
        if (plan.kind() == PlanKind.HELICAL) {
            rows.add(word("kernel", plan.kernel(), last.map(ScanPlan::kernel)));
        }
        return List.copyOf(rows);
    }

    private static PlanRow word(String key, String value, Optional<String> before) {
        return new PlanRow(key, value, "", before.filter(text -> !text.equals(value)));
    }
}
