package org.farfield.dicom.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;

/**
 * Data sets in the DICOM JSON model (PS3.18 annex F). Text is UTF-8 by definition there, so that Specific Character Set
 * (0008,0005), where the data set has it, is given as ISO_IR 192. Group lengths are left out. Any thread.
 */
public final class DicomJson {
    private DicomJson() {}

    /**
     * Writes a data set as one JSON object without line breaks.
     *
     * @param longestInline binary values of more bytes than this, and all encapsulated pixel data, are left out with
     *     their elements
     * @return how many elements were left out
     */
    public static int write(DataSet dataSet, Appendable out, int longestInline) throws IOException {
        JsonDataSetWriter writer = new JsonDataSetWriter(out, longestInline);
        writer.write(dataSet);
        return writer.leftOut();
    }

    /** A data set as one JSON object, whatever its length; encapsulated pixel data is left out. */
    public static String toText(DataSet dataSet) {
        StringBuilder text = new StringBuilder();
        try {
            write(dataSet, text, Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    /**
     * Reads one JSON object. Text of the result is UTF-8; values given by a BulkDataURI are empty.
     *
     * @throws DicomException when the text is no JSON, or no data set of this model
     */
    public static DataSet read(String text) throws DicomException {
        return new JsonDataSetReader().read(new JsonText(text).whole());
    }

    /**
     * Reads an array of such objects, or a single one.
     *
     * @throws DicomException when the text is no JSON, or one of its members is no data set of this model
     */
    public static List<DataSet> readAll(String text) throws DicomException {
        Object whole = new JsonText(text).whole();
        List<DataSet> all = new ArrayList<>();
        for (Object one : whole instanceof List<?> list ? list : List.of(Objects.requireNonNullElse(whole, ""))) {
            all.add(new JsonDataSetReader().read(one));
        }
        return all;
    }
}
