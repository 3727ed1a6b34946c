package org.farfield.dicom.network.service;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;
import org.farfield.dicom.network.pdu.ProposedContext;
import org.jspecify.annotations.Nullable;

/**
 * Storage commitment, the side that asks (PS3.4 J): whether an archive takes responsibility for instances, so that they
 * may be deleted here. The answer comes on the same association or on one that the archive opens to us, and may take
 * long. Any thread; the calling one waits.
 */
public final class Commitment implements AutoCloseable {
    private final Connector connector;
    private final Peer peer;
    private final LinkedBlockingQueue<CommitmentReport> reports = new LinkedBlockingQueue<>();
    private final @Nullable NormalizedServer server;

    private Commitment(
            Connector connector, Peer peer, Optional<StorageServer.Configuration> ours, Consumer<String> trouble)
            throws IOException {
        this.connector = connector;
        this.peer = peer;
        this.server = ours.isEmpty()
                ? null
                : NormalizedServer.open(ours.get(), SopClasses.STORAGE_COMMITMENT, true, this::report, trouble);
    }

    /**
     * Ready to ask one peer.
     *
     * @param ours where the peer may open an association for its answer; without it only the same one is waited on
     */
    public static Commitment open(
            Connector connector, Peer peer, Optional<StorageServer.Configuration> ours, Consumer<String> trouble)
            throws IOException {
        return new Commitment(connector, peer, ours, trouble);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @return empty when it did not come in time: the archive may still answer later
     */
    public Optional<CommitmentReport> ask(List<OutgoingInstance> instances, Duration patience)
            throws IOException, InterruptedException {
        String transaction = Uids.create();
        AssociationProposal proposal = AssociationProposal.of(
                List.of(new ProposedContext(1, SopClasses.STORAGE_COMMITMENT, SopClasses.plainSyntaxes())));
        try (Association association = connector.open(peer, proposal)) {
            DimseLink link = new DimseLink(association);
            CommandSet request = CommandSet.about(
                            CommandField.N_ACTION,
                            SopClasses.STORAGE_COMMITMENT,
                            SopClasses.STORAGE_COMMITMENT_INSTANCE)
                    .with(CommandTag.ACTION_TYPE, 1)
                    .with(CommandTag.MESSAGE_ID, link.nextMessageId());
            link.send(
                    link.context(SopClasses.STORAGE_COMMITMENT, "storage commitment"),
                    request,
                    CommitmentReport.request(transaction, instances));
            Incoming answer = link.expect();
            if (answer.command().status() != Status.SUCCESS) {
                throw new IOException(
                        peer + ": N-ACTION ended with " + answer.command().outcome());
            }
            Thread reader = Thread.ofVirtual().start(() -> read(link));
            try {
                return await(transaction, patience);
            } finally {
                reader.interrupt();
            }
        }
    }

    private void read(DimseLink link) {
        try {
            Optional<Incoming> incoming = link.next();
            while (incoming.isPresent()) {
                report(link, incoming.get());
                incoming = link.next();
            }
        } catch (IOException ended) {
            return; // the answer may come another way
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<CommitmentReport> await(String transaction, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            CommitmentReport report = reports.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (report == null) {
                return Optional.empty();
            }
            if (report.transaction().equals(transaction)) {
                return Optional.of(report);
            }
        }
    }

    private void report(DimseLink link, Incoming incoming) throws IOException, InterruptedException {
        boolean event = incoming.command().field() == CommandField.N_EVENT_REPORT;
        if (event) {
            reports.add(CommitmentReport.of(incoming.dataSet()));
        }
        link.send(
                incoming.context(),
                incoming.command().response(event ? Status.SUCCESS : Status.UNRECOGNIZED_OPERATION));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
