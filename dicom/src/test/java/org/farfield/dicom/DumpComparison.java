package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a data set with what dcmdump printed of it: top-level elements, their VR, and their value where it is plain
 * text.
 */
final class DumpComparison {
    private static final Pattern LINE =
            Pattern.compile("\\(([0-9a-f]{4}),([0-9a-f]{4})\\) ([A-Z]{2}) (\\[(.*)\\]|\\(.*|.*?) +# +\\d+, ?\\d+.*");

    private DumpComparison() {}

    /** How many elements were compared. */
    static int compare(DataSet dataSet, String dump, String name) {
        int compared = 0;
        boolean inDataSet = !dump.contains("# Dicom-Data-Set");
        for (String line : dump.lines().toList()) {
            inDataSet |= line.startsWith("# Dicom-Data-Set");
            Matcher matcher = LINE.matcher(line);
            if (!inDataSet || !matcher.matches()) {
                continue;
            }
            int tag = Integer.parseUnsignedInt(matcher.group(1) + matcher.group(2), 16);
            String where = name + " " + Tag.describe(tag);
            assertTrue(dataSet.contains(tag), where);
            Element element = dataSet.element(tag).orElseThrow();
            if (!matcher.group(3).equals("UN")) {
                assertEquals(matcher.group(3), vr(element), where);
            }
            if (matcher.group(5) != null
                    && element instanceof Element.Value value
                    && value.vr().isText()) {
                assertEquals(matcher.group(5), text(value), where);
            }
            compared++;
        }
        return compared;
    }

    private static String vr(Element element) {
        return element.vr().name();
    }

    private static String text(Element.Value value) {
        String text = new String(value.bytes().toArray(), StandardCharsets.ISO_8859_1);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
