package org.farfield.remote.gateway.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * One series of the session: what of it can be had, in the order in which the scanner gave it, however the encoders
 * overtake each other. Feed thread.
 */
final class LiveSeries {
    private final SeriesStart start;
    private final SliceSpool spool;
    private final Consumer<String> problems;
    private final Deque<CompletableFuture<EncodedSlice>> coming = new ArrayDeque<>();
    private boolean announced;
    private Optional<SeriesOutcome> outcome = Optional.empty();

    LiveSeries(SeriesStart start, SliceSpool spool, Consumer<String> problems) {
        this.start = start;
        this.spool = spool;
        this.problems = problems;
    }

    SeriesStart start() {
        return start;
    }

    boolean announced() {
        return announced;
    }

    void announce() {
        announced = true;
    }

    long available() {
        return spool.count();
    }

    LiveSlice slice(long sequence) throws IOException {
        return spool.read(sequence);
    }

    void add(CompletableFuture<EncodedSlice> encoding) {
        coming.addLast(encoding);
    }

    void ends(SeriesOutcome how) {
        outcome = Optional.of(how);
    }

    /** The end, when it was said and every slice is there. */
    Optional<SeriesEnd> end() {
        return coming.isEmpty()
                ? outcome.map(how -> new SeriesEnd(start.seriesUid(), available(), how))
                : Optional.empty();
    }

    /** Numbers the slices that are ready, up to the first that is not; a slice that failed is reported and left out. */
    void settle() {
        while (!coming.isEmpty() && coming.getFirst().isDone()) {
            CompletableFuture<EncodedSlice> next = coming.removeFirst();
            try {
                spool.append(next.join().numbered(start.seriesUid(), available() + 1));
            } catch (RuntimeException | IOException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                problems.accept("a slice of series " + start.seriesUid() + " is lost: " + cause.getMessage());
            }
        }
    }

    void close() {
        try {
            spool.close();
        } catch (IOException e) {
            problems.accept("the spool of series " + start.seriesUid() + " cannot be removed: " + e.getMessage());
        }
    }
}
