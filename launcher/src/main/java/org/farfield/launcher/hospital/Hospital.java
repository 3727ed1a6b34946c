package org.farfield.launcher.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.service.Commitment;
import org.farfield.dicom.network.service.ProcedureSteps;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.Irradiation;
import org.farfield.remote.twin.Order;
import org.farfield.remote.twin.ScanLog;
import org.jspecify.annotations.Nullable;

/**
 * The hospital's systems as a scanner twin tells them of its work: an information system of performed procedure steps,
 * a storage system of instances. Each has a thread of its own; the scanner never waits for either.
 *
 * <p>A performed procedure step is IN PROGRESS from the first beam. A run that ends before its plan discontinues it at
 * once; the next beam begins another step of the same study. What is in progress when the scanner is switched off is
 * COMPLETED. Any thread; close after the scanner.
 */
public final class Hospital implements ScanLog, AutoCloseable {
    private static final int NAMES_KEPT = 1000;

    private final Systems systems;
    private final SessionClock clock;
    private final ZoneId zone;
    private final Consumer<String> words;
    private final Connector connector = new Connector();
    private final @Nullable Commitment commitment;
    private final @Nullable StepErrand steps;
    private final @Nullable Courier stepCourier;
    private final @Nullable Outbox outbox;
    private final @Nullable StorageErrand storage;
    private final @Nullable Courier storageCourier;
    private @Nullable Examination examination;
    private boolean closed;

    /**
     * Who is told.
     *
     * @param steps information system for performed procedure steps
     * @param storage storage system for all instances
     * @param back where the storage system may answer requests for commitment on a connection of its own
     * @param patience how long such an answer is awaited, and at the end everything else
     */
    public record Systems(
            Optional<Peer> steps,
            Optional<Peer> storage,
            Optional<StorageServer.Configuration> back,
            Duration patience) {}

    /**
     * Ready to tell; what an earlier scanner left unsent in the folder goes on its way at once.
     *
     * @param archive folder of all studies of this scanner
     * @param zone of the hospital's clocks
     * @param words hears what happens, a line at a time; never a patient's name
     * @throws IOException the folder cannot be used or the port is not free
     */
    public Hospital(Systems systems, Path archive, SessionClock clock, ZoneId zone, Consumer<String> words)
            throws IOException {
        this.systems = systems;
        this.clock = clock;
        this.zone = zone;
        this.words = words;
        steps = systems.steps()
                .map(peer -> new StepErrand(new ProcedureSteps(connector, peer), clock, words))
                .orElse(null);
        stepCourier = steps == null ? null : new Courier("hospital-steps", steps);
        if (systems.storage().isPresent()) {
            Peer peer = systems.storage().get();
            outbox = new Outbox(archive, NAMES_KEPT);
            commitment = Commitment.open(connector, peer, systems.back(), words);
            storage = new StorageErrand(outbox, connector, peer, commitment, systems.patience(), clock, words);
            storageCourier = new Courier("hospital-storage", storage);
        } else {
            outbox = null;
            commitment = null;
            storage = null;
            storageCourier = null;
        }
    }

    /** A new folder in the archive for the files of one study. */
    public static Path newStudy(Path archive) throws IOException {
        return Outbox.newStudy(archive);
    }

    @Override
    public synchronized Optional<String> began(Order order, int number, Instant at) {
        if (steps == null || stepCourier == null) {
            return Optional.empty();
        }
        Examination current = examination;
        if (current == null) {
            current = new Examination(order, at, zone);
            examination = current;
            Examination begun = current;
            String station = systems.steps().orElseThrow().callingTitle();
            steps.tell(current.uid(), "IN PROGRESS", () -> begun.begun(station));
            stepCourier.wake();
        }
        return Optional.of(current.uid());
    }

    @Override
    public synchronized void kept(Path file) {
        if (examination != null) {
            examination.kept(file);
        }
        if (outbox != null && storageCourier != null) {
            outbox.add(file);
            storageCourier.wake();
        }
    }

    @Override
    public synchronized void ended(Irradiation given, Optional<String> cause) {
        if (examination != null) {
            examination.gave(given);
            if (cause.isPresent()) {
                end(examination, cause);
            }
        }
        if (storage != null && storageCourier != null) {
            storage.wantCommitment();
            storageCourier.wake();
        }
    }

    private void end(Examination ending, Optional<String> cause) {
        examination = null;
        if (steps != null && stepCourier != null) {
            String retrieve = systems.storage().map(Peer::calledTitle).orElse("");
            steps.tell(ending.uid(), Examination.status(cause), ending.ended(cause, clock.instant(), retrieve));
            stepCourier.wake();
        }
    }

    /** Completes what is in progress, sends and commits what is left, and waits for it. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (examination != null) {
                end(examination, Optional.empty());
            }
        }
        try {
            end(stepCourier, "the information system");
            end(storageCourier, "the storage system");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (commitment != null) {
            commitment.close();
        }
        connector.close();
    }

    private void end(@Nullable Courier courier, String whom) throws InterruptedException {
        if (courier != null && !courier.end(systems.patience().multipliedBy(2))) {
            words.accept(whom + " was not told everything in time");
        }
    }
}
