package org.farfield.remote.gateway.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.farfield.dicom.DicomException;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.transport.Link;

/**
 * The live series of a session on their way from the scanner to every subscribed link: encoded on a few threads of
 * their own, numbered and kept on disk until the session ends, sent as fast as each link takes them. One feed thread
 * does the numbering, keeping and sending; no call from outside waits for it.
 */
public final class LiveFeed implements AutoCloseable {
    private static final int MOST_SERIES = 64;

    private final Path folder;
    private final Consumer<String> problems;
    private final ExecutorService feed;
    private final ExecutorService encoders;
    private final RawSlices raw;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, LiveSeries> series = new LinkedHashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /**
     * A feed without series.
     *
     * @param folder for this feed alone; what an earlier one left in it is removed
     * @param encoderThreads how many slices are encoded at once
     * @param problems gets a line for each slice that is lost; any thread, must not block
     */
    public LiveFeed(Path folder, int encoderThreads, Consumer<String> problems) throws IOException {
        this.folder = folder;
        this.problems = problems;
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{series,waiting}-*")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        raw = new RawSlices(folder);
        feed = Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().daemon().name("live-feed").unstarted(work));
        encoders = Executors.newFixedThreadPool(
                encoderThreads,
                Thread.ofPlatform().daemon().name("live-encoder-", 0).factory());
    }

    /** Gets the encoders ready in the background. */
    public void warmUp() {
        encoders.execute(() -> {
            try {
                EncoderWarmUp.run();
            } catch (DicomException e) {
                problems.accept("the slice encoder does not work: " + e.getMessage());
            }
        });
    }

    /** Makes room for a series; nobody hears of it before it is announced. */
    public LiveRun begin(SeriesStart start) throws IOException {
        SliceSpool spool = new SliceSpool(folder.resolve("series-" + numbers.incrementAndGet()));
        LiveSeries begun = new LiveSeries(start, spool, problems);
        run(() -> {
            series.put(start.seriesUid(), begun);
            if (series.size() > MOST_SERIES) {
                Iterator<LiveSeries> oldest = series.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        });
        return new LiveRun(this, begun);
    }

    /** From now on the link gets every series: those there are as known, those to come slice by slice. */
    public void subscribe(Link link) {
        run(() -> {
            Subscription subscription = new Subscription(link, problems);
            subscriptions.add(subscription);
            subscription.pump(series);
        });
    }

    /** The link is gone. */
    public void unsubscribe(Link link) {
        run(() -> subscriptions.removeIf(subscription -> subscription.link().equals(link)));
    }

    /** The link can take more again. */
    public void writable(Link link) {
        run(() -> find(link, subscription -> subscription.pump(series)));
    }

    /** Somebody missed slices. */
    public void resume(Link link, SliceResume asked) {
        run(() -> find(link, subscription -> {
            subscription.want(asked, series);
            subscription.pump(series);
        }));
    }

    private void find(Link link, Consumer<Subscription> what) {
        subscriptions.stream()
                .filter(subscription -> subscription.link().equals(link))
                .findFirst()
                .ifPresent(what);
    }

    /** Takes a slice of the scanner's, on the scanner's thread. */
    void take(LiveSeries of, int index, byte[] part10, long captureMillis) {
        CompletableFuture<EncodedSlice> coded = new CompletableFuture<>();
        run(() -> of.add(coded));
        try {
            RawSlices.Waiting waiting = raw.keep(part10);
            encoders.execute(() -> {
                try {
                    coded.complete(SliceEncoder.encode(of.start(), index, waiting.take(), captureMillis));
                } catch (IOException | RuntimeException e) {
                    coded.completeExceptionally(e);
                }
                run(() -> settle(of));
            });
        } catch (IOException | RejectedExecutionException e) {
            coded.completeExceptionally(e);
            run(() -> settle(of));
        }
    }

    /** Looks again at what of a series can go out. */
    void settle(LiveSeries of) {
        of.settle();
        subscriptions.forEach(subscription -> subscription.pump(series));
    }

    void run(Runnable work) {
        try {
            feed.execute(work);
        } catch (RejectedExecutionException ignored) {
            // closed: nobody is to get anything any more
        }
    }

    /** Ends; what was kept is removed. */
    @Override
    public void close() {
        encoders.shutdownNow();
        run(() -> series.values().forEach(LiveSeries::close));
        feed.shutdown();
    }
}
