package org.farfield.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.protocol.message.LiveSlice;

/** When each slice was given, came and was decoded, which came twice or not at all, and what followed an outage. */
final class SliceTimes implements SessionEvents {
    private final int warmUp;
    private final int slices;
    private final Map<Integer, Long> given = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> seen = new ConcurrentHashMap<>();
    private final List<Long> decoded = new ArrayList<>();
    private final List<Long> resumed = new ArrayList<>();
    private final AtomicInteger doubled = new AtomicInteger();
    private final CountDownLatch all;
    private final ExecutorService decoder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bench-decoder").factory());
    private volatile long upAgainNanos;
    private boolean down;

    /** The first {@code warmUp} slices are not measured. */
    SliceTimes(int warmUp, int slices) {
        this.warmUp = warmUp;
        this.slices = slices;
        this.all = new CountDownLatch(slices);
    }

    void given(int index) {
        given.put(index, System.nanoTime());
    }

    /** Whether the link passes nothing now; looked at several times a slice. */
    void link(boolean isDown) {
        if (down && !isDown) {
            upAgainNanos = System.nanoTime();
        }
        down = isDown;
    }

    @Override
    public void onSlice(LiveSlice slice) {
        int index = slice.header().index();
        if (seen.putIfAbsent(index, true) != null) {
            doubled.incrementAndGet();
            return;
        }
        long up = upAgainNanos;
        if (up != 0) {
            upAgainNanos = 0;
            synchronized (resumed) {
                resumed.add(System.nanoTime() - up);
            }
        }
        decoder.execute(() -> decode(slice, index));
    }

    private void decode(LiveSlice slice, int index) {
        try {
            var _ = PixelFrames.of(Part10.read(slice.part10())).decode(0);
        } catch (IOException e) {
            throw new IllegalStateException("a slice that cannot be decoded", e);
        }
        if (index >= warmUp) {
            synchronized (decoded) {
                decoded.add(System.nanoTime() - given.getOrDefault(index, 0L));
            }
        }
        all.countDown();
    }

    boolean await(double seconds) throws InterruptedException {
        return all.await((long) seconds, TimeUnit.SECONDS);
    }

    void addTo(LinkFigures figures) {
        synchronized (decoded) {
            figures.percentile("capture_to_decoded_p50", decoded, 0.5);
            figures.percentile("capture_to_decoded_p95", decoded, 0.95);
        }
        figures.add("lost", slices - seen.size());
        figures.add("doubled", doubled.get());
        synchronized (resumed) {
            figures.percentile("resumed_after_outage", resumed, 1);
        }
    }
}
