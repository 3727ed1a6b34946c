package org.farfield.dicom.network.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DataSetCoding;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.network.association.AcceptedContext;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.pdu.PresentationDataValue;
import org.jspecify.annotations.Nullable;

/**
 * Messages on an association (PS3.7 6.3, annex E): a command set, then perhaps a data set, each cut into fragments. One
 * thread reads, any may send; what one of them sends is never mixed with another's.
 */
public final class DimseLink {
    private static final int LARGEST_COMMAND = 1 << 16;

    private final Association association;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicInteger ids = new AtomicInteger();
    private @Nullable FragmentStream unread;

    /** Takes over the messages of an association. */
    public DimseLink(Association association) {
        this.association = association;
    }

    /** The association below. */
    public Association association() {
        return association;
    }

    /** A message ID that none of the last 65535 requests had. */
    public int nextMessageId() {
        return ids.updateAndGet(id -> id == 0xFFFF ? 1 : id + 1);
    }

    /** The accepted context of a SOP class, or why there is none. */
    public AcceptedContext context(String sopClass, String service) throws AssociationException {
        return association
                .agreement()
                .context(sopClass)
                .orElseThrow(() -> new AssociationException(
                        AssociationException.Kind.UNSUPPORTED,
                        association.peer() + ": the peer does not offer " + service + " (" + sopClass + ")"));
    }

    /** Waits for the next message; empty when the peer has released the association. */
    public Optional<Incoming> next() throws IOException, InterruptedException {
        if (unread != null) {
            unread.drain();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int contextId = -1;
        while (true) {
            Optional<PresentationDataValue> fragment = association.next();
            if (fragment.isEmpty()) {
                return Optional.empty();
            }
            PresentationDataValue value = fragment.get();
            boolean fits = value.command() && (contextId < 0 || value.contextId() == contextId);
            if (!fits || bytes.size() + value.bytes().length() > LARGEST_COMMAND) {
                throw broken("sent fragments that are no message");
            }
            contextId = value.contextId();
            bytes.write(
                    value.bytes().array(), value.bytes().offset(), value.bytes().length());
            if (value.last()) {
                return Optional.of(incoming(contextId, bytes.toByteArray()));
            }
        }
    }

    /** Waits for the next message, which must come. */
    public Incoming expect() throws IOException, InterruptedException {
        return next().orElseThrow(() -> broken("released the association instead of answering"));
    }

    private Incoming incoming(int contextId, byte[] bytes) throws AssociationException {
        AcceptedContext context = association
                .agreement()
                .context(contextId)
                .orElseThrow(() -> broken("used presentation context " + contextId + ", which was not agreed on"));
        try {
            CommandSet command = CommandSet.decode(bytes);
            FragmentStream data = new FragmentStream(association, contextId, !command.hasDataSet());
            unread = data;
            return new Incoming(context, command, data);
        } catch (DicomException e) {
            throw broken("sent " + e.getMessage());
        }
    }

    private AssociationException broken(String what) {
        association.abort("the peer " + what);
        return new AssociationException(AssociationException.Kind.PROTOCOL, association.peer() + ": the peer " + what);
    }

    /** Sends a message without a data set. */
    public void send(AcceptedContext context, CommandSet command) throws IOException, InterruptedException {
        sending.lockInterruptibly();
        try {
            fragments(
                    context,
                    true,
                    new ByteArrayInputStream(command.followed(false).encode()));
        } finally {
            sending.unlock();
        }
    }

    /** Sends a message with a small data set. */
    public void send(AcceptedContext context, CommandSet command, DataSet dataSet)
            throws IOException, InterruptedException {
        send(context, command, new ByteArrayInputStream(DataSetCoding.encode(dataSet, context.transferSyntax())));
    }

    /** Sends a message with a data set's bytes, in the context's transfer syntax, as they are read. */
    public void send(AcceptedContext context, CommandSet command, InputStream data)
            throws IOException, InterruptedException {
        sending.lockInterruptibly();
        try {
            fragments(
                    context,
                    true,
                    new ByteArrayInputStream(command.followed(true).encode()));
            fragments(context, false, data);
        } finally {
            sending.unlock();
        }
    }

    private void fragments(AcceptedContext context, boolean command, InputStream from)
            throws IOException, InterruptedException {
        int most = association.longestFragment();
        byte[] bytes = from.readNBytes(most);
        while (true) {
            byte[] following = bytes.length < most ? new byte[0] : from.readNBytes(most);
            boolean last = following.length == 0;
            association.send(new PresentationDataValue(context.id(), command, last, ByteSlice.of(bytes)));
            if (last) {
                return;
            }
            bytes = following;
        }
    }
}
