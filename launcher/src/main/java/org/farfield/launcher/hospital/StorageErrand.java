package org.farfield.launcher.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.Commitment;
import org.farfield.dicom.network.service.CommitmentReport;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.Send;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.remote.protocol.SessionClock;

/**
 * Brings the outbox to a storage system (C-STORE, PS3.4 B) and asks it to be responsible for what it took (storage
 * commitment, PS3.4 J) each time a run is over and everything is sent. What is not taken is offered again, later each
 * time.
 */
final class StorageErrand implements Errand {
    private static final int BATCH = 64;
    private static final int REASONS_TOLD = 5;

    private final Outbox outbox;
    private final Connector connector;
    private final Peer peer;
    private final Commitment commitment;
    private final Duration patience;
    private final Consumer<String> words;
    private final Backoff backoff;
    private volatile boolean wanted;

    /**
     * @param patience how long an answer to a request for commitment is awaited
     * @param words hears what happens, a line at a time
     */
    StorageErrand(
            Outbox outbox,
            Connector connector,
            Peer peer,
            Commitment commitment,
            Duration patience,
            SessionClock clock,
            Consumer<String> words) {
        this.outbox = outbox;
        this.connector = connector;
        this.peer = peer;
        this.commitment = commitment;
        this.patience = patience;
        this.words = words;
        this.backoff = new Backoff(clock);
    }

    /** A run is over: what is sent is to be committed. Any thread. */
    void wantCommitment() {
        wanted = true;
    }

    @Override
    public long doWork() throws InterruptedException {
        long wait = backoff.leftNanos();
        if (wait > 0) {
            return wait;
        }
        try {
            List<Path> files = outbox.next(BATCH);
            if (!files.isEmpty()) {
                send(files);
                return backoff.leftNanos();
            }
            if (wanted) {
                wanted = false;
                commit();
            }
        } catch (IOException e) {
            words.accept("the archive folder: " + e.getMessage());
        }
        return NOTHING;
    }

    @Override
    public void last() throws InterruptedException {
        try {
            List<Path> files = outbox.next(BATCH);
            boolean going = true;
            while (going && !files.isEmpty()) {
                going = send(files);
                files = outbox.next(BATCH);
            }
            if (!files.isEmpty()) {
                words.accept(
                        peer + ": not everything is sent; the rest waits in the archive folder for the next start");
            }
            commit();
        } catch (IOException e) {
            words.accept("the archive folder: " + e.getMessage());
        }
    }

    /** True when the peer has taken one of the files at least. */
    private boolean send(List<Path> files) throws IOException, InterruptedException {
        List<OutgoingInstance> instances = new ArrayList<>();
        Log log = new Log();
        for (Path file : files) {
            try {
                instances.add(OutgoingInstance.of(file));
            } catch (IOException e) {
                log.failed.put(file, String.valueOf(e.getMessage()));
            }
        }
        new Send(connector, peer, 1).send(instances, log, new Cancellation());
        for (Path file : log.sent) {
            outbox.sent(file);
        }
        log.failed.keySet().forEach(outbox::postpone);
        if (log.sent.isEmpty()) {
            backoff.failed();
        } else {
            backoff.succeeded();
        }
        log.failed.values().stream()
                .findFirst()
                .ifPresent(cause -> words.accept(cause + "; " + log.failed.size() + " instances wait"
                        + (log.sent.isEmpty() ? ", next try in " + backoff.waitSeconds() + " s" : "")));
        return !log.sent.isEmpty();
    }

    private void commit() throws IOException, InterruptedException {
        Map<String, Path> files = new HashMap<>();
        List<OutgoingInstance> instances = new ArrayList<>();
        for (Path file : outbox.uncommitted()) {
            OutgoingInstance instance = OutgoingInstance.of(file);
            instances.add(instance);
            files.put(instance.sopInstanceUid(), file);
        }
        if (instances.isEmpty()) {
            return;
        }
        try {
            Optional<CommitmentReport> report = commitment.ask(instances, patience);
            if (report.isPresent()) {
                take(report.get(), files);
            } else {
                words.accept(peer + ": took the request to commit " + instances.size()
                        + " instances and did not answer within " + patience.toSeconds() + " s");
            }
        } catch (IOException e) {
            words.accept("no storage commitment for " + instances.size() + " instances: " + e.getMessage());
        }
    }

    private void take(CommitmentReport report, Map<String, Path> files) throws IOException {
        List<Path> kept = report.committed().stream()
                .filter(files::containsKey)
                .map(files::get)
                .toList();
        outbox.committed(kept);
        words.accept(peer + ": " + kept.size() + " of " + files.size() + " instances are committed");
        report.failed().entrySet().stream()
                .limit(REASONS_TOLD)
                .forEach(fault -> words.accept(
                        fault.getKey() + ": not committed, reason " + String.format("%04XH", fault.getValue())));
        if (report.failed().size() > REASONS_TOLD) {
            words.accept("and " + (report.failed().size() - REASONS_TOLD) + " more are not committed");
        }
    }

    private static final class Log implements SendListener {
        private final List<Path> sent = Collections.synchronizedList(new ArrayList<>());
        private final Map<Path, String> failed = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void onSent(OutgoingInstance instance, String note) {
            sent.add(instance.file());
        }

        @Override
        public void onFailed(OutgoingInstance instance, String cause) {
            failed.put(instance.file(), cause);
        }
    }
}
