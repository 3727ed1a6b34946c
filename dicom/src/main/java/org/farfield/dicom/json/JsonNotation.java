package org.farfield.dicom.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Vr;
import org.farfield.dicom.model.ModelWriter;

/** Writes what it is told as JSON (PS3.18 F.2). One use. */
final class JsonNotation implements ModelWriter.Notation {
    /** Integers beyond it are text: JSON readers keep numbers as doubles. */
    private static final double EXACT = 9_007_199_254_740_992.0;

    private final Appendable out;

    JsonNotation(Appendable out) {
        this.out = out;
    }

    @Override
    public void beginDataSet() throws IOException {
        out.append('{');
    }

    @Override
    public void endDataSet() throws IOException {
        out.append('}');
    }

    @Override
    public void beginElement(DataSet owner, Element element, boolean first) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "%s\"%08X\":{\"vr\":\"%s\"",
                first ? "" : ",",
                element.tag(),
                element.vr().name()));
    }

    @Override
    public void endElement() throws IOException {
        out.append('}');
    }

    @Override
    public void beginItem(int number) throws IOException {
        out.append(number == 1 ? ",\"Value\":[" : ",");
    }

    @Override
    public void endItem(boolean last) throws IOException {
        out.append(last ? "]" : "");
    }

    @Override
    public void inlineBinary(String base64) throws IOException {
        out.append(",\"InlineBinary\":\"").append(base64).append('"');
    }

    @Override
    public void reference(String uri) throws IOException {
        out.append(",\"BulkDataURI\":");
        JsonText.quote(uri, out);
    }

    @Override
    public void values(Vr vr, List<String> values) throws IOException {
        out.append(",\"Value\":[");
        String comma = "";
        for (String text : values) {
            out.append(comma);
            comma = ",";
            if (text.isEmpty()) {
                out.append("null");
            } else if (vr == Vr.PN) {
                writeName(PersonName.parse(text));
            } else if (isNumber(vr, text)) {
                out.append(number(text));
            } else {
                JsonText.quote(special(vr, text), out);
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
