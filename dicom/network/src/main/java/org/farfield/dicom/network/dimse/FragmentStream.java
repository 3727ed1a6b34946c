package org.farfield.dicom.network.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.pdu.PresentationDataValue;

/** The fragments of one data set, one after the other. One thread. */
final class FragmentStream extends InputStream {
    private final Association association;
    private final int contextId;
    private ByteSlice rest = ByteSlice.EMPTY;
    private boolean last;

    /** @param empty when no data set follows */
    FragmentStream(Association association, int contextId, boolean empty) {
        this.association = association;
        this.contextId = contextId;
        this.last = empty;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (rest.length() == 0 && !last) {
            advance();
        }
        if (rest.length() == 0) {
            return -1;
        }
        int count = Math.min(length, rest.length());
        System.arraycopy(rest.array(), rest.offset(), into, offset, count);
        rest = rest.slice(count, rest.length() - count);
        return count;
    }

    /** Without a copy in between. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
        long count = 0;
        while (rest.length() > 0 || !last) {
            out.write(rest.array(), rest.offset(), rest.length());
            count += rest.length();
            rest = ByteSlice.EMPTY;
            if (!last) {
                advance();
            }
        }
        return count;
    }

    /** Passes over what nobody has read. */
    void drain() throws IOException {
        rest = ByteSlice.EMPTY;
        while (!last) {
            advance();
        }
        rest = ByteSlice.EMPTY;
    }

    private void advance() throws IOException {
        try {
            PresentationDataValue value = association
                    .next()
                    .orElseThrow(() -> new AssociationException(
                            AssociationException.Kind.LOST,
                            association.peer() + ": the association was released in the middle of a data set"));
            if (value.command() || value.contextId() != contextId) {
                throw new AssociationException(
                        AssociationException.Kind.PROTOCOL,
                        association.peer() + ": another message came in the middle of a data set");
            }
            rest = value.bytes();
            last = value.last();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
