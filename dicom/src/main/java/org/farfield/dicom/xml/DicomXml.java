package org.farfield.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.BulkDataStore;
import org.farfield.dicom.model.ModelWriter;

/**
 * Data sets in the native DICOM model (PS3.19 A.1). Text is written decoded, the document is UTF-8, so that Specific
 * Character Set (0008,0005), where the data set has it, is given as ISO_IR 192. Group lengths are left out. Any thread.
 */
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
        return write(dataSet, out, longestInline, BulkDataStore.NONE);
    }

    /**
     * Writes a data set as a document, long values by reference.
     *
     * @param longestInline binary values of more bytes than this are given to the store and referred to
     * @return how many elements were left out: encapsulated pixel data, and what the store did not keep
     */
    public static int write(DataSet dataSet, Appendable out, int longestInline, BulkDataStore store)
            throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<NativeDicomModel xmlns=\"http://dicom.nema.org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">");
        ModelWriter writer = new ModelWriter(new XmlNotation(out), longestInline, store);
        writer.write(dataSet);
        out.append("</NativeDicomModel>\n");
        return writer.leftOut();
    }

    /**
     * Reads a document. Text of the result is UTF-8; private elements may name their creator in place of their block.
     *
     * @param source gives values that are only referred to
     * @param limits bytes of the document, depth and number of elements
     * @throws DicomException when the stream is no XML, has a document type, or is no data set of this model
     */
    public static DataSet read(InputStream in, BulkDataSource source, ReadOptions limits) throws IOException {
        return new XmlDataSetReader(in, source, limits).read();
    }
}
