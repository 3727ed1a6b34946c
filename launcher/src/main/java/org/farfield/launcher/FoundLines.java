package org.farfield.launcher;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.json.DicomJson;

/** Answers of a query as text, one element a line and a blank line between answers, or as lines of DICOM JSON. */
final class FoundLines implements Consumer<DataSet> {
    private final PrintStream out;
    private final boolean json;
    private int count;

    FoundLines(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    int count() {
        return count;
    }

    @Override
    public void accept(DataSet answer) {
        count++;
        if (json) {
            out.println(DicomJson.toText(answer));
            return;
        }
        print(answer, "");
        out.println();
    }

    private void print(DataSet answer, String indent) {
        for (Element element : answer) {
            if (element instanceof Element.Sequence sequence) {
                out.println(indent + Tag.describe(element.tag()) + ":");
                sequence.items().forEach(item -> print(item, indent + "  "));
            } else {
                String value = String.join("\\", answer.strings(element.tag()));
                out.println(indent + Tag.describe(element.tag()) + " = " + value);
            }
        }
    }
}
