package org.farfield.dicom.network.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;

/**
 * Storage commitment, the side that keeps (PS3.4 J.3): says at once, on the same association, which of the named
 * instances are here. Any thread.
 */
public final class CommitmentServer implements AutoCloseable {
    private final Predicate<String> kept;
    private final Consumer<String> events;
    private final NormalizedServer server;

    private CommitmentServer(StorageServer.Configuration configuration, Predicate<String> kept, Consumer<String> events)
            throws IOException {
        this.kept = kept;
        this.events = events;
        this.server = NormalizedServer.open(configuration, SopClasses.STORAGE_COMMITMENT, false, this::handle, events);
    }

    /**
     * Binds and begins.
     *
     * @param kept whether an instance, by its SOP Instance UID, is durable here
     * @param events hears a line of each request, and of what went wrong
     */
    public static CommitmentServer open(
            StorageServer.Configuration configuration, Predicate<String> kept, Consumer<String> events)
            throws IOException {
        return new CommitmentServer(configuration, kept, events);
    }

    /** Where peers reach it. */
    public InetSocketAddress address() {
        return server.address();
    }

    private void handle(DimseLink link, Incoming incoming) throws IOException, InterruptedException {
        CommandSet command = incoming.command();
        boolean ours = command.field() == CommandField.N_ACTION
                && command.sopInstance().equals(SopClasses.STORAGE_COMMITMENT_INSTANCE)
                && command.hasDataSet();
        if (!ours) {
            link.send(incoming.context(), command.response(Status.UNRECOGNIZED_OPERATION));
            return;
        }
        DataSet request = incoming.dataSet();
        link.send(incoming.context(), command.response(Status.SUCCESS));
        DataSet report = CommitmentReport.answer(request, kept);
        CommitmentReport outcome = CommitmentReport.of(report);
        CommandSet event = CommandSet.request(CommandField.N_EVENT_REPORT, SopClasses.STORAGE_COMMITMENT)
                .with(CommandTag.AFFECTED_SOP_INSTANCE, SopClasses.STORAGE_COMMITMENT_INSTANCE)
                .with(CommandTag.EVENT_TYPE, outcome.failed().isEmpty() ? 1 : 2)
                .with(CommandTag.MESSAGE_ID, link.nextMessageId());
        link.send(incoming.context(), event, report);
        events.accept(link.association().agreement().callingTitle() + ": "
                + outcome.committed().size() + " instances committed, "
                + outcome.failed().size() + " not here");
    }

    @Override
    public void close() {
        server.close();
    }
}
