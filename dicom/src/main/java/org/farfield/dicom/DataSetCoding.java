package org.farfield.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.farfield.dicom.DataSetReader.Encoding;

/** Data sets without a file around them, as they travel on an association (PS3.5 7, annex A). Any thread. */
public final class DataSetCoding {
    private DataSetCoding() {}

    /** The bytes of a data set. Pixel data must already be in the form that the transfer syntax asks for. */
    public static byte[] encode(DataSet dataSet, TransferSyntax syntax) throws DicomException {
        if (syntax.bigEndian()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "the retired " + syntax.name() + " is read but not written");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            if (!syntax.deflated()) {
                new DataSetWriter(out, syntax.explicitVr()).write(dataSet);
                return out.toByteArray();
            }
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
                new DataSetWriter(stream, true).write(dataSet);
            } finally {
                deflater.end();
            }
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(DicomException.Reason.MALFORMED, "cannot be written: " + e.getMessage(), e);
        }
        if (out.size() % 2 != 0) {
            out.write(0);
        }
        return out.toByteArray();
    }

    /** Reads a data set; the bytes belong to the result from now on. Broken encoding ends it early, as in a file. */
    public static DataSet decode(byte[] bytes, TransferSyntax syntax, ReadOptions options) throws DicomException {
        try {
            if (!syntax.deflated()) {
                return read(new SourceBytes(bytes), syntax, options);
            }
            Inflater inflater = new Inflater(true);
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
                return read(new SourceBytes(in, options.maxBytes()), syntax, options);
            } finally {
                inflater.end();
            }
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new DicomException(DicomException.Reason.MALFORMED, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static DataSet read(SourceBytes in, TransferSyntax syntax, ReadOptions options) throws IOException {
        return new DataSetReader(in, 0, Encoding.of(syntax), options, new ArrayList<>()).readDataSet();
    }
}
