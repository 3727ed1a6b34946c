package org.farfield.dicom.network.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.farfield.dicom.DataSetCoding;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.Transcoder;
import org.farfield.dicom.network.association.AcceptedContext;
import org.farfield.dicom.network.association.Agreement;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;
import org.farfield.dicom.network.pdu.AsynchronousWindow;
import org.farfield.dicom.network.pdu.ProposedContext;

/**
 * One association of a sending. A peer that agrees to a window gets several instances before it has answered the first
 * one; responses are taken by a thread of their own and belong to instances by their message IDs.
 */
final class SendingAssociation {
    private static final int WINDOW = 8;

    private final Connector connector;
    private final Peer peer;
    private final List<ProposedContext> contexts;
    private final Map<Integer, Sent> unanswered = new ConcurrentHashMap<>();

    private volatile String broken = "";

    private record Sent(OutgoingInstance instance, String note) {}

    SendingAssociation(Connector connector, Peer peer, List<ProposedContext> contexts) {
        this.connector = connector;
        this.peer = peer;
        this.contexts = contexts;
    }

    /** Sends from the queue until it is empty; what was not answered when the association broke is reported failed. */
    void drain(Queue<OutgoingInstance> queue, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        AssociationProposal proposal = new AssociationProposal(
                contexts, Optional.of(new AsynchronousWindow(WINDOW, 1)), List.of(), Optional.empty());
        try (Association association = connector.open(peer, proposal)) {
            int invoked = association.agreement().window().invoked();
            int window = invoked == 0 ? WINDOW : Math.min(invoked, WINDOW);
            Semaphore free = new Semaphore(window);
            DimseLink link = new DimseLink(association);
            Thread answers =
                    Thread.ofVirtual().name("dicom-store-answers").start(() -> takeAnswers(link, listener, free));
            try {
                send(queue, listener, cancellation, link, free);
                free.acquire(window);
            } finally {
                answers.interrupt();
                answers.join();
            }
            if (!unanswered.isEmpty()) {
                throw new IOException(
                        broken.isEmpty() ? peer + ": the peer released the association without answering" : broken);
            }
        } finally {
            unanswered
                    .values()
                    .forEach(sent -> listener.onFailed(
                            sent.instance(), "not acknowledged: " + (broken.isEmpty() ? peer + " is gone" : broken)));
            unanswered.clear();
        }
    }

    private void send(
            Queue<OutgoingInstance> queue,
            SendListener listener,
            Cancellation cancellation,
            DimseLink link,
            Semaphore free)
            throws IOException, InterruptedException {
        while (link.association().isOpen() && !cancellation.isWished()) {
            free.acquire();
            OutgoingInstance instance = link.association().isOpen() ? queue.poll() : null;
            if (instance == null) {
                free.release();
                return;
            }
            try {
                send(instance, link);
            } catch (AssociationException e) {
                unanswered.values().stream()
                        .filter(sent -> sent.instance().equals(instance))
                        .findAny()
                        .ifPresentOrElse(sent -> {}, () -> listener.onFailed(instance, String.valueOf(e.getMessage())));
                throw e;
            } catch (IOException e) {
                free.release();
                listener.onFailed(instance, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Throws an AssociationException when the peer is gone, another one when the file is at fault. */
    private void send(OutgoingInstance instance, DimseLink link) throws IOException, InterruptedException {
        Agreement agreement = link.association().agreement();
        Optional<AcceptedContext> own = agreement.context(instance.sopClassUid(), instance.transferSyntax());
        if (own.isPresent() && instance.dataSetOffset() >= 0) {
            try (FileChannel file = FileChannel.open(instance.file(), StandardOpenOption.READ)) {
                file.position(instance.dataSetOffset());
                send(instance, "", link, own.get(), new BufferedInputStream(Channels.newInputStream(file), 1 << 18));
            }
            return;
        }
        AcceptedContext plain = agreement
                .context(instance.sopClassUid(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .or(() -> agreement.context(instance.sopClassUid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .orElseThrow(() -> new IOException(peer + ": the peer takes neither "
                        + instance.transferSyntax().name() + " nor uncompressed instances of SOP class "
                        + instance.sopClassUid()));
        DicomFile file = Part10.read(instance.file());
        AcceptedContext context = own.orElse(plain);
        byte[] bytes;
        String note = "";
        if (own.isPresent()) {
            bytes = DataSetCoding.encode(file.dataSet(), context.transferSyntax());
        } else {
            DicomFile decoded = Transcoder.to(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file);
            bytes = DataSetCoding.encode(decoded.dataSet(), context.transferSyntax());
            note = "sent as " + context.transferSyntax().name() + ", the peer does not take "
                    + instance.transferSyntax().name();
        }
        send(instance, note, link, context, new ByteArrayInputStream(bytes));
    }

    private void send(OutgoingInstance instance, String note, DimseLink link, AcceptedContext context, InputStream data)
            throws IOException, InterruptedException {
        int id = link.nextMessageId();
        CommandSet request = CommandSet.request(CommandField.C_STORE, instance.sopClassUid())
                .with(CommandTag.MESSAGE_ID, id)
                .with(CommandTag.PRIORITY, 0)
                .with(CommandTag.AFFECTED_SOP_INSTANCE, instance.sopInstanceUid());
        unanswered.put(id, new Sent(instance, note));
        try {
            link.send(context, request, data);
        } catch (AssociationException e) {
            throw e;
        } catch (IOException e) {
            link.association().abort("a file could not be read to its end");
            throw new AssociationException(
                    AssociationException.Kind.CLOSED, instance.file() + ": cannot be read: " + e.getMessage());
        }
    }

    private void takeAnswers(DimseLink link, SendListener listener, Semaphore free) {
        try {
            Optional<Incoming> incoming = link.next();
            while (incoming.isPresent()) {
                CommandSet answer = incoming.get().command();
                Sent sent = unanswered.remove(answer.respondedTo());
                if (sent != null && answer.isResponse()) {
                    report(sent, answer, listener);
                    free.release();
                }
                incoming = link.next();
            }
        } catch (IOException e) {
            broken = String.valueOf(e.getMessage());
            link.association().abort("the association broke");
        } catch (InterruptedException done) {
            return;
        } finally {
            free.release(2 * WINDOW);
        }
    }

    private void report(Sent sent, CommandSet answer, SendListener listener) {
        int status = answer.status();
        if (status == Status.SUCCESS) {
            listener.onSent(sent.instance(), sent.note());
        } else if (Status.isWarning(status)) {
            listener.onSent(sent.instance(), peer + ": " + answer.outcome());
        } else {
            listener.onFailed(sent.instance(), peer + ": " + answer.outcome());
        }
    }
}
