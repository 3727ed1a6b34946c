package org.farfield.dicom.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.farfield.dicom.DicomException;

/** A stream that is refused once it is longer than its limit. One thread. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long count;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        int read = super.read(bytes, offset, most);
        count += Math.max(read, 0);
        if (count > limit) {
            throw new DicomException(DicomException.Reason.LIMIT, "XML: longer than " + limit + " bytes");
        }
        return read;
    }
}
