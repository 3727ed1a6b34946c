package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.PrivateDictionary;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;

/**
 * A data set as lines in the manner of dcmdump: tag, representation, value, length in bytes, number of values, keyword.
 */
final class DumpText {
    private static final int LONGEST = 96;
    private static final int SHOWN_BYTES = 16;

    private final PrintStream out;
    private final PrivateDictionary privateElements;

    DumpText(PrintStream out, PrivateDictionary privateElements) {
        this.out = out;
        this.privateElements = privateElements;
    }

    void print(DataSet dataSet) {
        print(dataSet, "");
    }

    private void print(DataSet dataSet, String indent) {
        for (Element element : dataSet) {
            String keyword = Tag.isPrivate(element.tag())
                    ? privateElements.keyword(dataSet, element.tag())
                    : Tag.keyword(element.tag());
            String head = indent + Tag.number(element.tag()) + " " + element.vr() + " ";
            switch (element) {
                case Element.Value value ->
                    line(head + shown(dataSet, value), value.bytes().length(), count(dataSet, value), keyword);
                case Element.Fragments fragments -> {
                    long bytes = fragments.fragments().stream()
                            .mapToLong(ByteSlice::length)
                            .sum();
                    line(head + "(encapsulated)", bytes, fragments.fragments().size(), keyword);
                    fragments.fragments().stream()
                            .limit(8)
                            .forEach(
                                    fragment -> line(indent + "  fragment " + hex(fragment), fragment.length(), 1, ""));
                }
                case Element.Sequence sequence -> {
                    line(head + "(sequence)", 0, sequence.items().size(), keyword);
                    int number = 1;
                    for (DataSet item : sequence.items()) {
                        out.println(indent + "  item " + number++);
                        print(item, indent + "    ");
                    }
                }
            }
        }
    }

    private void line(String text, long bytes, int count, String keyword) {
        out.println(String.format(Locale.ROOT, "%-60s # %5d, %d %s", text, bytes, count, keyword)
                .stripTrailing());
    }

    private static int count(DataSet dataSet, Element.Value value) {
        List<String> values = dataSet.strings(value.tag());
        return values.isEmpty() && value.bytes().length() > 0 ? 1 : values.size();
    }

    private static String shown(DataSet dataSet, Element.Value value) {
        if (value.bytes().length() == 0) {
            return "(no value)";
        }
        Vr vr = value.vr();
        if (!vr.isText() && !vr.isInteger() && !vr.isDecimal()) {
            return hex(value.bytes());
        }
        String joined = dataSet.strings(value.tag()).stream()
                .limit(LONGEST)
                .collect(Collectors.joining("\\"))
                .replaceAll("\\p{Cntrl}", "\u00b7");
        String cut = joined.length() > LONGEST ? joined.substring(0, LONGEST) + "..." : joined;
        if (vr == Vr.UI) {
            TransferSyntax syntax = TransferSyntax.of(joined);
            return "[" + cut + "]" + (syntax.isKnown() ? " =" + syntax.name() : "");
        }
        return vr.isText() ? "[" + cut + "]" : cut;
    }

    private static String hex(ByteSlice bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_BYTES, bytes.length()); i++) {
            text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", bytes.at(i)));
        }
        return bytes.length() > SHOWN_BYTES ? text + " ..." : text.toString();
    }
}
