package org.farfield.dicom.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.BulkDataStore;
import org.farfield.dicom.model.ModelWriter;

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
        return write(dataSet, out, longestInline, BulkDataStore.NONE);
    }

    /**
     * Writes a data set as one JSON object without line breaks, long values by reference (BulkDataURI).
     *
     * @param longestInline binary values of more bytes than this are given to the store and referred to
     * @return how many elements were left out: encapsulated pixel data, and what the store did not keep
     */
    public static int write(DataSet dataSet, Appendable out, int longestInline, BulkDataStore store)
            throws IOException {
        ModelWriter writer = new ModelWriter(new JsonNotation(out), longestInline, store);
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
        try {
            return read(text, BulkDataSource.NONE);
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Reads one JSON object. Text of the result is UTF-8.
     *
     * @param source gives values that are only referred to
     * @throws DicomException when the text is no JSON, or no data set of this model
     * @throws IOException when the source fails
     */
    public static DataSet read(String text, BulkDataSource source) throws IOException {
        return new JsonDataSetReader(source).read(new JsonText(text).whole());
    }

    /**
     * Reads an array of such objects, or a single one.
     *
     * @param source gives values that are only referred to
     * @throws DicomException when the text is no JSON, or one of its members is no data set of this model
     * @throws IOException when the source fails
     */
    public static List<DataSet> readAll(String text, BulkDataSource source) throws IOException {
        Object whole = new JsonText(text).whole();
        List<DataSet> all = new ArrayList<>();
        for (Object one : whole instanceof List<?> list ? list : List.of(Objects.requireNonNullElse(whole, ""))) {
            all.add(new JsonDataSetReader(source).read(one));
        }
        return all;
    }
}
