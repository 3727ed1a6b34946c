package org.farfield.dicom.xml;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.dicom.model.ModelWriter;

/** Writes what it is told as XML (PS3.19 table A.1.5-2). One use. */
final class XmlNotation implements ModelWriter.Notation {
    /** The parts of a group of a person's name, in their order. */
    static final List<String> COMPONENTS = List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

    private final Appendable out;

    XmlNotation(Appendable out) {
        this.out = out;
    }

    @Override
    public void beginDataSet() {
        // the element around it is there
    }

    @Override
    public void endDataSet() {
        // the element around it ends it
    }

    @Override
    public void beginElement(DataSet owner, Element element, boolean first) throws IOException {
        out.append(String.format(
                Locale.ROOT,
                "<DicomAttribute tag=\"%08X\" vr=\"%s\"",
                element.tag(),
                element.vr().name()));
        attribute("keyword", Tag.keyword(element.tag()));
        attribute("privateCreator", creator(owner, element.tag()));
        out.append('>');
    }

    @Override
    public void endElement() throws IOException {
        out.append("</DicomAttribute>");
    }

    @Override
    public void beginItem(int number) throws IOException {
        out.append("<Item number=\"" + number + "\">");
    }

    @Override
    public void endItem(boolean last) throws IOException {
        out.append("</Item>");
    }

    @Override
    public void inlineBinary(String base64) throws IOException {
        out.append("<InlineBinary>").append(base64).append("</InlineBinary>");
    }

    @Override
    public void reference(String uri) throws IOException {
        out.append("<BulkData");
        attribute("uri", uri);
        out.append("></BulkData>");
    }

    @Override
    public void values(Vr vr, List<String> values) throws IOException {
        String name = vr == Vr.PN ? "PersonName" : "Value";
        for (int i = 0; i < values.size(); i++) {
            if (vr == Vr.PN && values.get(i).matches("[\\^=]*")) {
                continue;
            }
            out.append('<').append(name).append(" number=\"" + (i + 1) + "\">");
            if (vr == Vr.PN) {
                name(PersonName.parse(values.get(i)));
            } else {
                text(values.get(i));
            }
            out.append("</").append(name).append('>');
        }
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
        for (int i = 0; i < Math.min(parts.length, COMPONENTS.size()); i++) {
            if (!parts[i].isEmpty()) {
                out.append('<').append(COMPONENTS.get(i)).append('>');
                text(parts[i]);
                out.append("</").append(COMPONENTS.get(i)).append('>');
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
