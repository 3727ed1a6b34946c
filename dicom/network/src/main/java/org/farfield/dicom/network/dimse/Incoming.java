package org.farfield.dicom.network.dimse;

import java.io.IOException;
import java.io.InputStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DataSetCoding;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.network.association.AcceptedContext;

/**
 * A message that is coming in.
 *
 * @param data the data set's bytes as they arrive, none where there is no data set; to be read before the next message
 */
public record Incoming(AcceptedContext context, CommandSet command, InputStream data) {
    private static final int LARGEST_IDENTIFIER = 16 << 20;
    private static final ReadOptions LIMITS = new ReadOptions(false, LARGEST_IDENTIFIER, 16, 200_000);

    /** The data set of a query's message, which is small; larger ones are refused. */
    public DataSet dataSet() throws IOException {
        byte[] bytes = data.readNBytes(LARGEST_IDENTIFIER + 1);
        if (bytes.length > LARGEST_IDENTIFIER) {
            throw new DicomException(DicomException.Reason.LIMIT, "a data set of more than 16 MiB in a query");
        }
        return DataSetCoding.decode(bytes, context.transferSyntax(), LIMITS);
    }
}
