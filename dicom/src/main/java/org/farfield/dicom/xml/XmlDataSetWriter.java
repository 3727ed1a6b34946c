package org.farfield.dicom.xml;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;

/** Writes the elements of one data set (PS3.19 table A.1.5-2). One use. */
final class XmlDataSetWriter {
    private static final String[] COMPONENTS = {"FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix"};

    private final Appendable out;
    private final int longestInline;
    private int leftOut;

    XmlDataSetWriter(Appendable out, int longestInline) {
        this.out = out;
        this.longestInline = longestInline;
    }

    int leftOut() {
        return leftOut;
    }

    void write(DataSet dataSet) throws IOException {
        for (Element element : dataSet) {
            if (Tag.element(element.tag()) == 0) {
                continue;
            }
            if (isLeftOut(element)) {
                leftOut++;
                continue;
            }
            out.append(String.format(
                    Locale.ROOT,
                    "<DicomAttribute tag=\"%08X\" vr=\"%s\"",
                    element.tag(),
                    element.vr().name()));
            attribute("keyword", Tag.keyword(element.tag()));
            attribute("privateCreator", creator(dataSet, element.tag()));
            out.append('>');
            writeValue(dataSet, element);
            out.append("</DicomAttribute>");
        }
    }

    private boolean isLeftOut(Element element) {
        return element instanceof Element.Fragments
                || (element instanceof Element.Value value
                        && isBinary(value.vr())
                        && value.bytes().length() > longestInline);
    }

    private static boolean isBinary(Vr vr) {
        return !vr.isText() && !vr.isInteger() && !vr.isDecimal();
    }

    private static String creator(DataSet dataSet, int tag) {
        if (!Tag.isPrivate(tag) || Tag.element(tag) <= 0xFF) {
            return "";
        }
        return dataSet.string((tag & 0xFFFF0000) | (tag >> 8 & 0xFF)).orElse("");
    }

    private void attribute(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append("=\"");
            text(value);
            out.append('"');
        }
    }

    private void writeValue(DataSet dataSet, Element element) throws IOException {
        if (element instanceof Element.Sequence sequence) {
            int number = 1;
            for (DataSet item : sequence.items()) {
                out.append("<Item number=\"" + number++ + "\">");
                write(item);
                out.append("</Item>");
            }
        } else if (isBinary(element.vr())) {
            byte[] bytes = dataSet.bytes(element.tag()).toArray();
            if (bytes.length > 0) {
                out.append("<InlineBinary>")
                        .append(Base64.getEncoder().encodeToString(bytes))
                        .append("</InlineBinary>");
            }
        } else {
            List<String> values = dataSet.strings(element.tag());
            for (int i = 0; i < values.size(); i++) {
                String tagName = element.vr() == Vr.PN ? "PersonName" : "Value";
                out.append('<').append(tagName).append(" number=\"" + (i + 1) + "\">");
                if (element.vr() == Vr.PN) {
                    name(PersonName.parse(values.get(i)));
                } else {
                    text(values.get(i));
                }
                out.append("</").append(tagName).append('>');
            }
        }
    }

    private void name(PersonName name) throws IOException {
        group("Alphabetic", name.alphabetic());
        group("Ideographic", name.ideographic());
        group("Phonetic", name.phonetic());
    }

    private void group(String group, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        out.append('<').append(group).append('>');
        String[] parts = text.split("\\^", -1);
        for (int i = 0; i < Math.min(parts.length, COMPONENTS.length); i++) {
            if (!parts[i].isEmpty()) {
                out.append('<').append(COMPONENTS[i]).append('>');
                text(parts[i]);
                out.append("</").append(COMPONENTS[i]).append('>');
            }
        }
        out.append("</").append(group).append('>');
    }

    /** Characters that XML 1.0 cannot carry become U+FFFD. */
    private void text(String text) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    boolean allowed = c == '\t'
                            || c == '\n'
                            || (c >= 0x20 && c <= 0xD7FF)
                            || (c >= 0xE000 && c <= 0xFFFD)
                            || c >= 0x10000;
                    out.append(allowed ? Character.toString(c) : "\uFFFD");
                }
            }
        }
    }
}
