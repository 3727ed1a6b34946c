package org.farfield.dicom.network.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.pdu.ProposedContext;

/**
 * C-STORE as SCU (PS3.4 B): sends instances over one or several associations at once. Each goes in its own transfer
 * syntax where the peer takes it, else uncompressed; nothing is compressed on the way.
 */
public final class Send {
    private static final int MOST_CONTEXTS = 128;

    private final Connector connector;
    private final Peer peer;
    private final int associations;

    /** @param associations how many at once at the most */
    public Send(Connector connector, Peer peer, int associations) {
        this.connector = connector;
        this.peer = peer;
        this.associations = associations;
    }

    /** Sends all and waits for the end. Every instance is reported exactly once, also after a cancellation. */
    public void send(List<OutgoingInstance> instances, SendListener listener, Cancellation cancellation)
            throws InterruptedException {
        for (Batch batch : batches(instances)) {
            Queue<OutgoingInstance> queue = new ConcurrentLinkedQueue<>(batch.instances);
            int workers = Math.min(associations, batch.instances.size());
            List<String> faults = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                try {
                    List<java.util.concurrent.Callable<Boolean>> tasks = new ArrayList<>();
                    for (int i = 0; i < workers; i++) {
                        tasks.add(() -> work(batch, queue, listener, cancellation, faults));
                    }
                    var _ = threads.invokeAll(tasks);
                } catch (InterruptedException e) {
                    threads.shutdownNow();
                    throw e;
                }
            }
            String fault = cancellation.isWished() || faults.isEmpty() ? "cancelled" : faults.getFirst();
            queue.forEach(left -> listener.onFailed(left, fault));
        }
    }

    private boolean work(
            Batch batch,
            Queue<OutgoingInstance> queue,
            SendListener listener,
            Cancellation cancellation,
            List<String> faults)
            throws InterruptedException {
        try {
            new SendingAssociation(connector, peer, batch.contexts).drain(queue, listener, cancellation);
            return true;
        } catch (IOException e) {
            synchronized (faults) {
                faults.add(String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    /** Instances whose contexts fit one association. */
    private record Batch(List<OutgoingInstance> instances, List<ProposedContext> contexts) {}

    private static List<Batch> batches(List<OutgoingInstance> instances) {
        Map<String, Set<TransferSyntax>> syntaxes = new LinkedHashMap<>();
        for (OutgoingInstance instance : instances) {
            syntaxes.computeIfAbsent(instance.sopClassUid(), k -> new LinkedHashSet<>())
                    .add(instance.transferSyntax());
        }
        List<Batch> batches = new ArrayList<>();
        Set<String> classes = new LinkedHashSet<>();
        List<ProposedContext> contexts = new ArrayList<>();
        for (Map.Entry<String, Set<TransferSyntax>> entry : syntaxes.entrySet()) {
            List<TransferSyntax> wanted = wanted(entry.getValue());
            if (contexts.size() + wanted.size() > MOST_CONTEXTS) {
                batches.add(batch(instances, classes, contexts));
                classes = new LinkedHashSet<>();
                contexts = new ArrayList<>();
            }
            classes.add(entry.getKey());
            for (TransferSyntax syntax : wanted) {
                contexts.add(new ProposedContext(2 * contexts.size() + 1, entry.getKey(), List.of(syntax.uid())));
            }
        }
        if (!contexts.isEmpty()) {
            batches.add(batch(instances, classes, contexts));
        }
        return batches;
    }

    private static List<TransferSyntax> wanted(Set<TransferSyntax> own) {
        Set<TransferSyntax> wanted = new LinkedHashSet<>(own);
        wanted.add(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        wanted.add(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        wanted.remove(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        return List.copyOf(wanted);
    }

    private static Batch batch(List<OutgoingInstance> instances, Set<String> classes, List<ProposedContext> contexts) {
        return new Batch(
                instances.stream()
                        .filter(instance -> classes.contains(instance.sopClassUid()))
                        .toList(),
                List.copyOf(contexts));
    }
}
