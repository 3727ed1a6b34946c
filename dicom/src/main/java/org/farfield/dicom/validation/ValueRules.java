package org.farfield.dicom.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Vr;

/** What each value representation allows (PS3.5 table 6.2-1). */
final class ValueRules {
    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9 _]{0,16}");
    private static final Pattern DATE = Pattern.compile("\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,11}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])"
            + "(([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?");
    private static final Pattern TITLE = Pattern.compile("[\\x20-\\x7E&&[^\\\\]]{1,16}");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7E]*");

    private ValueRules() {}

    /** How many values there are; 0 where the number says nothing. */
    static int count(Element.Value value, DataSet dataSet) {
        Vr vr = value.vr();
        int length = value.bytes().length();
        if (length == 0) {
            return 0;
        }
        if (vr.isText()) {
            return vr.isMultiValued() ? dataSet.strings(value.tag()).size() : 1;
        }
        if (vr == Vr.AT) {
            return length / 4;
        }
        return vr.isInteger() || vr.isDecimal() ? length / vr.unitBytes() : 0;
    }

    /** What of the value its representation forbids. */
    static List<String> faults(Element.Value value) {
        Vr vr = value.vr();
        int unit = vr == Vr.AT ? 4 : vr.unitBytes();
        if (!vr.isText()) {
            return value.bytes().length() % unit == 0
                    ? List.of()
                    : List.of(value.bytes().length() + " bytes are no multiple of " + unit);
        }
        if (value.bytes().length() == 0) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        String text = new String(
                value.bytes().array(), value.bytes().offset(), value.bytes().length(), StandardCharsets.ISO_8859_1);
        if (vr.usesCharacterSet()) {
            characters(value, text, faults);
            return faults;
        }
        String whole = vr == Vr.UI && text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        for (String one : vr.isMultiValued() ? whole.split("\\\\", -1) : new String[] {whole}) {
            String bare = one.strip();
            if (!bare.isEmpty() && !allowed(vr, bare)) {
                faults.add("no " + vr + ": '" + Validation.printable(bare) + "'");
            }
        }
        return faults;
    }

    private static boolean allowed(Vr vr, String text) {
        return switch (vr) {
            case AE -> TITLE.matcher(text).matches();
            case AS -> AGE.matcher(text).matches();
            case CS -> CODE.matcher(text).matches();
            case DA -> DATE.matcher(text).matches();
            case DS -> text.length() <= 16 && DECIMAL.matcher(text).matches();
            case DT -> MOMENT.matcher(text).matches();
            case IS -> INTEGER.matcher(text).matches() && Math.abs(Long.parseLong(text)) <= 1L << 31;
            case TM -> TIME.matcher(text).matches();
            case UR -> ADDRESS.matcher(text).matches();
            default -> true;
        };
    }

    /** Text in the data set's character set: control characters, and lengths where bytes tell enough. */
    private static void characters(Element.Value value, String bytes, List<String> faults) {
        boolean paragraphs = !value.vr().isMultiValued();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            boolean newLine = c == '\n' || c == '\r' || c == '\f' || c == '\t';
            boolean padding = c == 0 && i == bytes.length() - 1;
            if (c < 0x20 && c != 0x1B && !(newLine && paragraphs) && !padding) {
                faults.add(String.format("control character %02X", (int) c));
                return;
            }
        }
        int most = switch (value.vr()) {
            case SH -> 16;
            case LO -> 64;
            case ST -> 1024;
            case LT -> 10_240;
            default -> Integer.MAX_VALUE;
        };
        boolean ascii = bytes.chars().allMatch(c -> c < 0x80 && c != 0x1B);
        if (!ascii) {
            return;
        }
        for (String one : paragraphs ? new String[] {bytes} : bytes.split("\\\\", -1)) {
            if (one.strip().length() > most) {
                faults.add("a text of " + one.strip().length() + " characters where " + value.vr() + " allows " + most);
            }
        }
    }
}
