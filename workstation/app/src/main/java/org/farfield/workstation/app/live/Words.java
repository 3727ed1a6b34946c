package org.farfield.workstation.app.live;

import java.util.List;
import java.util.stream.Collectors;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.Numbers;
import org.farfield.workstation.reading.live.VerdictLine;

/** The live session's values in the words of the language of the moment. FX thread. */
final class Words {

    private static final int MOST_VALUES_LISTED = 3;

    private Words() {}

    /** A constant's word: key {@code prefix.CONSTANT}. */
    static String of(Texts texts, String prefix, Enum<?> constant) {
        return texts.get(prefix + "." + constant.name());
    }

    static String field(Texts texts, PlanField field) {
        return texts.get("field." + field.word());
    }

    /** A number with its unit, a dash between them never broken. */
    static String quantity(double number, int decimals, String unit) {
        String text = Numbers.fixed(number, decimals);
        return unit.isEmpty() ? text : text + "\u00a0" + unit;
    }

    /** What a limit allows, short enough to stand beside the field. */
    static String limit(Texts texts, FieldLimit limit) {
        return switch (limit) {
            case FieldLimit.Range(double least, double most, double step) -> {
                String range = span(least, most);
                yield step == 0 ? range : texts.get("limit.step", range, Numbers.plain(step));
            }
            case FieldLimit.Choice(List<Double> values) ->
                values.size() > MOST_VALUES_LISTED
                        ? texts.get("limit.choices", span(values.getFirst(), values.getLast()), values.size())
                        : values.stream().map(Numbers::plain).collect(Collectors.joining(" · "));
        };
    }

    /** In what a number is not what a limit allows, as short as that can be said. */
    static String outside(Texts texts, FieldLimit limit, double value) {
        return switch (limit) {
            case FieldLimit.Range(double least, double most, double step) ->
                value > most
                        ? texts.get("outside.above", plain(most))
                        : value < least
                                ? texts.get("outside.below", plain(least))
                                : texts.get("outside.step", plain(step));
            case FieldLimit.Choice choice -> texts.get("outside.choice");
        };
    }

    /** A verdict in one line: a mark, what was asked, what was decided and why. */
    static String verdict(Texts texts, VerdictLine line) {
        String wish = texts.get("wish." + line.wish());
        if (line.accepted()) {
            return "✓ " + texts.get("verdict.line", wish, texts.get("verdict.ACCEPTED"));
        }
        String mark = line.reason() == VerdictReason.UNKNOWN ? "? " : "✕ ";
        String why = texts.get("verdict.line", wish, of(texts, "verdict", line.reason()));
        return mark + (line.text().isEmpty() ? why : why + " — " + line.text());
    }

    /** A DICOM date (YYYYMMDD) with dashes; anything else as it is. */
    static String date(String dicomDate) {
        return dicomDate.matches("\\d{8}")
                ? dicomDate.substring(0, 4) + "-" + dicomDate.substring(4, 6) + "-" + dicomDate.substring(6)
                : dicomDate;
    }

    /** The beginning of a hash, in groups that can be read aloud. */
    static String shortHash(String sha256) {
        return sha256.length() < 12
                ? sha256
                : sha256.substring(0, 4) + " " + sha256.substring(4, 8) + " " + sha256.substring(8, 12);
    }

    private static String span(double least, double most) {
        return plain(least) + "\u2026" + plain(most);
    }

    private static String plain(double number) {
        return Numbers.plain(number).replace('-', '\u2212');
    }
}
