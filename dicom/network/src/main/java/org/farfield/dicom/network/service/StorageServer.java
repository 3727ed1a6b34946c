package org.farfield.dicom.network.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.network.association.AeTitle;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationPolicy;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Listener;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.association.TlsIdentity;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.dimse.Incoming;
import org.farfield.dicom.network.dimse.Status;

/** A storage SCP, which also answers C-ECHO. Any thread. */
public final class StorageServer implements AutoCloseable {
    private final Listener listener;

    private StorageServer(Listener listener) {
        this.listener = listener;
    }

    /**
     * Whom to serve.
     *
     * @param address host and port to bind; port 0 takes a free one
     * @param title our AE title, which peers must call
     * @param callers AE titles that may call; empty: any
     * @param tls when present, only peers with a certificate of its authorities may come
     * @param contexts what is taken
     */
    public record Configuration(
            InetSocketAddress address,
            String title,
            Set<String> callers,
            Optional<TlsIdentity> tls,
            int mostAssociations,
            Timeouts timeouts,
            StorageContexts contexts) {
        /** Takes everything. */
        public Configuration(
                InetSocketAddress address,
                String title,
                Set<String> callers,
                Optional<TlsIdentity> tls,
                int mostAssociations,
                Timeouts timeouts) {
            this(address, title, callers, tls, mostAssociations, timeouts, StorageContexts.ALL);
        }

        /** Refuses a title that no PDU can carry. */
        public Configuration {
            AeTitle.check(title);
            callers = Set.copyOf(callers);
        }
    }

    /** Binds and begins; an {@link IOException} when the port is not free. */
    public static StorageServer open(Configuration configuration, InstanceSink sink, ReceiveListener events)
            throws IOException {
        AssociationPolicy policy = new AssociationPolicy(
                configuration.title(),
                configuration.callers(),
                configuration.contexts().offered(),
                AssociationProposal.MAXIMUM_LENGTH);
        StoreReceiver receiver = StoreReceiver.durable(sink, events);
        Listener.Terms terms = new Listener.Terms(
                configuration.address(),
                policy,
                configuration.tls(),
                configuration.mostAssociations(),
                configuration.timeouts());
        return new StorageServer(
                Listener.open(terms, association -> serve(association, receiver, events), events::onTrouble));
    }

    /** Where peers reach it. */
    public InetSocketAddress address() {
        return listener.address();
    }

    @Override
    public void close() {
        listener.close();
    }

    private static void serve(Association association, StoreReceiver receiver, ReceiveListener events) {
        events.onAssociation(association.agreement().callingTitle(), association.peer());
        DimseLink link = new DimseLink(association);
        try (association) {
            Optional<Incoming> incoming = link.next();
            while (incoming.isPresent()) {
                answer(link, incoming.get(), receiver);
                incoming = link.next();
            }
        } catch (IOException e) {
            events.onTrouble(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(DimseLink link, Incoming incoming, StoreReceiver receiver)
            throws IOException, InterruptedException {
        switch (incoming.command().field()) {
            case CommandField.C_ECHO ->
                link.send(incoming.context(), incoming.command().response(Status.SUCCESS));
            case CommandField.C_STORE -> receiver.receive(link, incoming);
            case CommandField.C_CANCEL -> {}
            default -> link.send(incoming.context(), incoming.command().response(Status.UNRECOGNIZED_OPERATION));
        }
    }
}
