package org.farfield.dicom.network.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.network.association.AcceptedContext;
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
import org.farfield.dicom.network.pdu.RoleSelection;

/** C-GET and C-MOVE (PS3.4 C.4.2, C.4.3). Any thread; the calling one waits. */
public final class Retrieve {
    private static final int MOST_CONTEXTS = 128;

    private final Connector connector;
    private final Peer peer;
    private final QueryModel model;
    private final StorageContexts storage;

    /** Of one peer, whatever it has. */
    public Retrieve(Connector connector, Peer peer, QueryModel model) {
        this(connector, peer, model, StorageContexts.ALL);
    }

    /**
     * Of one peer.
     *
     * @param storage what it may send on our association
     */
    public Retrieve(Connector connector, Peer peer, QueryModel model, StorageContexts storage) {
        this.connector = connector;
        this.peer = peer;
        this.model = model;
        this.storage = storage;
    }

    /**
     * How it ended.
     *
     * @param complete every instance came
     * @param outcome the final status in words
     */
    public record Result(boolean complete, boolean cancelled, RetrieveProgress progress, String outcome) {
        private Result incomplete() {
            return new Result(false, cancelled, progress, outcome);
        }
    }

    /**
     * Gets what matches the keys on the same association. On return everything that the listener was told of survives a
     * power cut; the peer is answered before, since it keeps what it sends.
     *
     * @param keys query level and unique keys
     * @throws IOException names peer and cause; what had come by then is kept
     */
    public Result get(
            DataSet keys,
            InstanceSink sink,
            ReceiveListener events,
            Consumer<RetrieveProgress> progress,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        List<ProposedContext> contexts = new ArrayList<>();
        List<RoleSelection> roles = new ArrayList<>();
        contexts.add(new ProposedContext(1, model.get(), SopClasses.plainSyntaxes()));
        for (String sopClass : storage.classes()) {
            if (contexts.size() + 2 > MOST_CONTEXTS) {
                break;
            }
            for (List<String> syntaxes : List.of(storage.syntaxes(false), storage.syntaxes(true))) {
                if (!syntaxes.isEmpty()) {
                    contexts.add(new ProposedContext(2 * contexts.size() + 1, sopClass, syntaxes));
                }
            }
            roles.add(new RoleSelection(sopClass, false, true));
        }
        AssociationProposal proposal = new AssociationProposal(contexts, Optional.empty(), roles, Optional.empty());
        try (Association association = connector.open(peer, proposal);
                Keeper keeper = new Keeper(events)) {
            DimseLink link = new DimseLink(association);
            AcceptedContext context = link.context(model.get(), "C-GET " + model);
            int id = link.nextMessageId();
            link.send(context, request(CommandField.C_GET, model.get(), id), keys);
            cancellation.onWish(() -> CancelRequest.send(link, context, id));
            StoreReceiver receiver = StoreReceiver.behind(sink, events, keeper);
            Result result = results(link, "C-GET", Optional.of(receiver), progress);
            return keeper.failures() == 0 ? result : result.incomplete();
        }
    }

    /**
     * Has the peer send what matches the keys to an application entity that it knows.
     *
     * @param destination AE title of the receiver, for instance our own storage SCP
     */
    public Result move(DataSet keys, String destination, Consumer<RetrieveProgress> progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        AssociationProposal proposal =
                AssociationProposal.of(List.of(new ProposedContext(1, model.move(), SopClasses.plainSyntaxes())));
        try (Association association = connector.open(peer, proposal)) {
            DimseLink link = new DimseLink(association);
            AcceptedContext context = link.context(model.move(), "C-MOVE " + model);
            int id = link.nextMessageId();
            CommandSet request = request(CommandField.C_MOVE, model.move(), id);
            link.send(context, request.with(CommandTag.MOVE_DESTINATION, destination), keys);
            cancellation.onWish(() -> CancelRequest.send(link, context, id));
            return results(link, "C-MOVE", Optional.empty(), progress);
        }
    }

    private static CommandSet request(int field, String sopClass, int id) {
        return CommandSet.request(field, sopClass)
                .with(CommandTag.MESSAGE_ID, id)
                .with(CommandTag.PRIORITY, 0);
    }

    private Result results(
            DimseLink link, String operation, Optional<StoreReceiver> receiver, Consumer<RetrieveProgress> listener)
            throws IOException, InterruptedException {
        RetrieveProgress progress = RetrieveProgress.NONE;
        while (true) {
            Incoming incoming = link.expect();
            CommandSet command = incoming.command();
            if (command.field() == CommandField.C_STORE && receiver.isPresent()) {
                receiver.get().receive(link, incoming);
                continue;
            }
            if (!command.isResponse()) {
                link.send(incoming.context(), command.response(Status.UNRECOGNIZED_OPERATION));
                continue;
            }
            progress = progress.with(command);
            listener.accept(progress);
            int status = command.status();
            if (Status.isPending(status)) {
                continue;
            }
            boolean done = status == Status.SUCCESS || Status.isWarning(status);
            if (!done && status != Status.CANCEL) {
                throw new IOException(peer + ": " + operation + " ended with " + command.outcome());
            }
            return new Result(
                    status == Status.SUCCESS && progress.failed() == 0,
                    status == Status.CANCEL,
                    progress,
                    command.outcome());
        }
    }
}
