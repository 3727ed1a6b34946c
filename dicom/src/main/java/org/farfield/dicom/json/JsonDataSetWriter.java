package org.farfield.dicom.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/** Writes one data set (PS3.18 F.2). One use. */
final class JsonDataSetWriter {
    /** Integers beyond it are text: JSON readers keep numbers as doubles. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private final Appendable out;
    private final int longestInline;
    private int leftOut;

    JsonDataSetWriter(Appendable out, int longestInline) {
        this.out = out;
        this.longestInline = longestInline;
    }

    int leftOut() {
        return leftOut;
    }

    void write(DataSet dataSet) throws IOException {
        out.append('{');
        boolean first = true;
        for (Element element : dataSet) {
            if (Tag.element(element.tag()) == 0) {
                continue;
            }
            if (isLeftOut(element)) {
                leftOut++;
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            out.append(String.format(
                    Locale.ROOT,
                    "\"%08X\":{\"vr\":\"%s\"",
                    element.tag(),
                    element.vr().name()));
            writeValue(dataSet, element);
            out.append('}');
        }
        out.append('}');
    }

    private boolean isLeftOut(Element element) {
        return element instanceof Element.Fragments
                || (element instanceof Element.Value value
                        && isBulk(value.vr())
                        && value.bytes().length() > longestInline);
    }

    private static boolean isBulk(Vr vr) {
        return !vr.isText() && !vr.isInteger() && !vr.isDecimal();
    }

    private void writeValue(DataSet dataSet, Element element) throws IOException {
        switch (element) {
            case Element.Sequence sequence -> {
                if (!sequence.items().isEmpty()) {
                    out.append(",\"Value\":[");
                    String comma = "";
                    for (DataSet item : sequence.items()) {
                        out.append(comma);
                        write(item);
                        comma = ",";
                    }
                    out.append(']');
                }
            }
            case Element.Value value -> {
                if (value.bytes().length() == 0) {
                    return;
                }
                if (isBulk(value.vr())) {
                    out.append(",\"InlineBinary\":\"")
                            .append(Base64.getEncoder().encodeToString(padded(value)))
                            .append('"');
                } else {
                    writeTexts(value, texts(dataSet, value));
                }
            }
            case Element.Fragments fragments -> throw new AssertionError(Tag.number(fragments.tag()));
        }
    }

    private static byte[] padded(Element.Value value) {
        byte[] bytes = value.bytes().toArray();
        return bytes.length % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static List<String> texts(DataSet dataSet, Element.Value value) {
        return value.tag() == Tag.SPECIFIC_CHARACTER_SET ? List.of("ISO_IR 192") : dataSet.strings(value.tag());
    }

    private void writeTexts(Element.Value value, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        out.append(",\"Value\":[");
        String comma = "";
        for (String text : texts) {
            out.append(comma);
            comma = ",";
            if (text.isEmpty()) {
                out.append("null");
            } else if (value.vr() == Vr.PN) {
                writeName(PersonName.parse(text));
            } else if (isNumber(value.vr(), text)) {
                out.append(number(text));
            } else {
                JsonText.quote(special(value.vr(), text), out);
            }
        }
        out.append(']');
    }

    private void writeName(PersonName name) throws IOException {
        String comma = "{";
        String[] keys = {"Alphabetic", "Ideographic", "Phonetic"};
        String[] groups = {name.alphabetic(), name.ideographic(), name.phonetic()};
        for (int i = 0; i < 3; i++) {
            if (!groups[i].isEmpty()) {
                out.append(comma).append('"').append(keys[i]).append("\":");
                JsonText.quote(groups[i], out);
                comma = ",";
            }
        }
        out.append(comma.equals("{") ? "{}" : "}");
    }

    private static boolean isNumber(Vr vr, String text) {
        boolean numeric = vr == Vr.DS || vr == Vr.IS || vr.isDecimal() || (vr.isInteger() && vr != Vr.AT);
        if (!numeric || text.length() > 64) {
            return false;
        }
        try {
            double number = new BigDecimal(text).doubleValue();
            return Double.isFinite(number) && (!vr.isInteger() || Math.abs(number) < EXACT);
        } catch (NumberFormatException notJson) {
            return false;
        }
    }

    /** JSON numbers have no leading plus, zeros or bare point, which DS and IS allow. */
    private static String number(String text) {
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) > 40 ? Double.toString(number.doubleValue()) : number.toString();
    }

    private static String special(Vr vr, String text) {
        if (!vr.isDecimal()) {
            return text;
        }
        return switch (text) {
            case "Infinity" -> "inf";
            case "-Infinity" -> "-inf";
            default -> text;
        };
    }
}
