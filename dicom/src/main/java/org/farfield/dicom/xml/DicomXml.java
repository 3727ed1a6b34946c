package org.farfield.dicom.xml;

import java.io.IOException;
import org.farfield.dicom.DataSet;

/** Data sets in the native DICOM model (PS3.19 A.1). Text is written decoded, the document is UTF-8. Any thread. */
public final class DicomXml {
    private DicomXml() {}

    /**
     * Writes a data set as a document.
     *
     * @param longestInline binary values of more bytes than this, and all encapsulated pixel data, are left out with
     *     their elements
     * @return how many elements were left out
     */
    public static int write(DataSet dataSet, Appendable out, int longestInline) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">");
        XmlDataSetWriter writer = new XmlDataSetWriter(out, longestInline);
        writer.write(dataSet);
        out.append("</NativeDicomModel>\n");
        return writer.leftOut();
    }
}
