package org.farfield.dicom.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.jspecify.annotations.Nullable;

/** Makes a data set of JSON values (PS3.18 F.2). One use. */
final class JsonDataSetReader {
    private static final int DEEPEST = 64;

    private boolean plain = true;

    DataSet read(@Nullable Object json) throws DicomException {
        DataSet dataSet = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        fill(dataSet, json, 0);
        boolean stated = json instanceof Map<?, ?> members && members.containsKey("00080005");
        if (!stated && plain) {
            dataSet.remove(Tag.SPECIFIC_CHARACTER_SET);
        }
        return dataSet;
    }

    private void fill(DataSet dataSet, @Nullable Object json, int depth) throws DicomException {
        if (!(json instanceof Map<?, ?> members)) {
            throw wrong("a data set is an object");
        }
        if (depth > DEEPEST) {
            throw new DicomException(DicomException.Reason.LIMIT, "sequences nest deeper than " + DEEPEST);
        }
        for (Map.Entry<?, ?> member : members.entrySet()) {
            int tag = tag(String.valueOf(member.getKey()));
            if (!(member.getValue() instanceof Map<?, ?> element)) {
                throw wrong(Tag.number(tag) + " is no object");
            }
            if (tag == Tag.SPECIFIC_CHARACTER_SET) {
                dataSet.set(tag, "ISO_IR 192");
            } else if (Tag.element(tag) != 0) {
                put(dataSet, tag, element, depth);
            }
        }
    }

    private void put(DataSet dataSet, int tag, Map<?, ?> element, int depth) throws DicomException {
        Vr vr = vr(tag, element.get("vr"));
        List<?> values = element.get("Value") instanceof List<?> list ? list : List.of();
        try {
            if (vr == Vr.SQ) {
                dataSet.setSequence(tag);
                for (Object value : values) {
                    DataSet item = dataSet.newItem(tag);
                    if (value != null) {
                        fill(item, value, depth + 1);
                    }
                }
            } else if (!vr.isText() && !vr.isInteger() && !vr.isDecimal()) {
                byte[] bytes = element.get("InlineBinary") instanceof String text
                        ? Base64.getDecoder().decode(text)
                        : new byte[0];
                dataSet.setBytes(tag, vr, bytes);
            } else {
                List<String> texts = new ArrayList<>();
                for (Object value : values) {
                    String text = text(vr, value);
                    plain &= text.chars().allMatch(c -> c < 0x80);
                    texts.add(text);
                }
                dataSet.set(tag, vr, texts.toArray(String[]::new));
            }
        } catch (IllegalArgumentException e) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED, "JSON, " + Tag.describe(tag) + ": a value does not fit " + vr, e);
        }
    }

    private static String text(Vr vr, @Nullable Object value) throws DicomException {
        return switch (value) {
            case null -> "";
            case BigDecimal number when vr.isInteger() -> integer(vr, number.toPlainString());
            case Map<?, ?> name ->
                new PersonName(group(name, "Alphabetic"), group(name, "Ideographic"), group(name, "Phonetic"))
                        .encoded();
            case BigDecimal number -> number.toString();
            case String text when vr == Vr.UV -> integer(vr, text);
            case String text when vr == Vr.AT -> "0x" + text;
            case String text when vr.isDecimal() -> text.replace("inf", "Infinity");
            case String text -> text;
            default -> throw wrong("a value of " + vr + " is neither text nor number");
        };
    }

    /** The same 64 bits as a signed number, which is how the data set takes them. */
    private static String integer(Vr vr, String digits) {
        return vr == Vr.UV ? Long.toString(Long.parseUnsignedLong(digits)) : Long.toString(Long.parseLong(digits));
    }

    private static String group(Map<?, ?> name, String key) {
        return name.get(key) instanceof String text ? text : "";
    }

    private static int tag(String key) throws DicomException {
        if (!key.matches("[0-9A-Fa-f]{8}")) {
            throw wrong("'" + key + "' is no tag of eight hexadecimal digits");
        }
        return Integer.parseUnsignedInt(key, 16);
    }

    private static Vr vr(int tag, @Nullable Object letters) throws DicomException {
        try {
            return Vr.valueOf(String.valueOf(letters));
        } catch (IllegalArgumentException e) {
            throw wrong(Tag.describe(tag) + " has no VR");
        }
    }

    private static DicomException wrong(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JSON: " + what);
    }
}
