package org.farfield.dicom.network.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationPolicy;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Listener;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;

/** An SCP of one normalized SOP class (PS3.7 10), which also answers C-ECHO. Any thread. */
final class NormalizedServer implements AutoCloseable {
    private final Listener listener;

    private NormalizedServer(Listener listener) {
        this.listener = listener;
    }

    /** Answers one request. */
    interface Handler {
        void handle(DimseLink link, Incoming incoming) throws IOException, InterruptedException;
    }

    /** @param reversed whether requestors may be the SCP, to report events to us */
    static NormalizedServer open(
            StorageServer.Configuration configuration,
            String sopClass,
            boolean reversed,
            Handler handler,
            Consumer<String> trouble)
            throws IOException {
        Map<String, List<String>> offered = new HashMap<>();
        offered.put(sopClass, SopClasses.plainSyntaxes());
        offered.put(Uids.VERIFICATION, SopClasses.plainSyntaxes());
        AssociationPolicy policy = new AssociationPolicy(
                configuration.title(),
                configuration.callers(),
                offered,
                AssociationProposal.MAXIMUM_LENGTH,
                reversed ? Set.of(sopClass) : Set.of());
        Listener.Terms terms = new Listener.Terms(
                configuration.address(),
                policy,
                configuration.tls(),
                configuration.mostAssociations(),
                configuration.timeouts());
        return new NormalizedServer(Listener.open(terms, association -> serve(association, handler, trouble), trouble));
    }

    InetSocketAddress address() {
        return listener.address();
    }

    private static void serve(Association association, Handler handler, Consumer<String> trouble) {
        DimseLink link = new DimseLink(association);
        try (association) {
            Optional<Incoming> incoming = link.next();
            while (incoming.isPresent()) {
                Incoming message = incoming.get();
                if (message.command().field() == CommandField.C_ECHO) {
                    link.send(message.context(), message.command().response(Status.SUCCESS));
                } else if (!message.command().isResponse()) {
                    handler.handle(link, message);
                }
                incoming = link.next();
            }
        } catch (IOException e) {
            trouble.accept(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
