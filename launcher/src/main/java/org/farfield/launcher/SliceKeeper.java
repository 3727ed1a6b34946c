package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.client.SessionView;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.ViewerLag;

/**
 * Keeps live slices as files, numbered by series and sequence, and says so in one line each. A slice whose voxels do
 * not have the hash that the gateway took is kept, reported and makes the watch fail. Called on the client's event
 * thread; one other thread waits.
 */
final class SliceKeeper implements SessionEvents {
    /** After a localizer more may follow; if nothing does for so long, that was all. */
    private static final long LOCALIZER_LINGER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long MOST_LOST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final List<SeriesStart> series = new ArrayList<>();
    private volatile LongSupplier gatewayMillis = System::currentTimeMillis;
    private boolean sound = true;
    private boolean helicalEnded;
    private boolean localizerEnded;
    private long newsNanos = System.nanoTime();

    SliceKeeper(Path folder, PrintStream out, PrintStream err, boolean json) {
        this.folder = folder;
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** The gateway's clock as the client knows it. */
    void clock(LongSupplier millis) {
        gatewayMillis = millis;
    }

    @Override
    public synchronized void onSeriesStart(SeriesStart start) {
        series.add(start);
        newsNanos = System.nanoTime();
        localizerEnded = false;
        err.println("watch: series " + series.size() + ", " + start.kind() + ", " + start.plannedSlices() + " slices");
    }

    @Override
    public synchronized void onSlice(LiveSlice slice) {
        long late = gatewayMillis.getAsLong() - slice.header().captureMillis();
        newsNanos = System.nanoTime();
        String name = String.format(
                Locale.ROOT, "%02d-%06d.dcm", number(slice), slice.header().sequence());
        Path file = folder.resolve(name);
        try {
            Files.write(file, slice.part10());
            boolean same = Arrays.equals(sha256(slice), slice.header().voxelSha256());
            if (!same) {
                sound = false;
                err.println("watch: " + file + " does not have the voxels that the gateway sent");
            }
            tell(slice, late, file, same);
        } catch (IOException e) {
            sound = false;
            err.println("watch: " + file + ": " + e.getMessage());
        }
    }

    private void tell(LiveSlice slice, long late, Path file, boolean same) {
        if (json) {
            out.println(new JsonLine()
                    .put("series", slice.header().seriesUid())
                    .put("sequence", slice.header().sequence())
                    .put("index", slice.header().index())
                    .put("sha256", slice.header().voxelSha256Hex())
                    .put("verified", same)
                    .put("captureToReceiveMs", late)
                    .put("file", file));
        } else {
            out.println(file + " " + late + " ms");
        }
    }

    private int number(LiveSlice slice) {
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).seriesUid().equals(slice.header().seriesUid())) {
                return i + 1;
            }
        }
        return 0;
    }

    private static byte[] sha256(LiveSlice slice) throws IOException {
        short[] voxels = PixelFrames.of(Part10.read(slice.part10())).decode(0);
        ByteBuffer bytes = ByteBuffer.allocate(2 * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(voxels);
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void onSeriesEnd(SeriesEnd end) {
        newsNanos = System.nanoTime();
        err.println("watch: series ended " + end.outcome() + " with " + end.lastSequence() + " slices");
        boolean localizer =
                series.stream().anyMatch(s -> s.seriesUid().equals(end.seriesUid()) && s.kind() == PlanKind.LOCALIZER);
        localizerEnded |= localizer;
        helicalEnded |= !localizer;
        notifyAll();
    }

    @Override
    public void onChatLine(long sessionEpoch, ChatLine line) {
        if (json) {
            out.println(new JsonLine()
                    .put("chat", line.sequence())
                    .put("atMs", line.millis())
                    .put("operator", line.operator())
                    .put("role", line.role())
                    .put("text", line.text()));
        } else {
            out.println("chat " + line.sequence() + " " + Instant.ofEpochMilli(line.millis()) + " " + line.operator()
                    + " (" + line.role() + "): " + line.text());
        }
    }

    @Override
    public synchronized void onView(SessionView view) {
        notifyAll();
    }

    @Override
    public void onLag(ViewerLag lag) {
        if (lag.lostThrough() > 0) {
            err.println("watch: slices up to " + lag.lostThrough() + " can no longer be had");
        }
    }

    @Override
    public void onLinkLost(String reason) {
        err.println("watch: link lost, trying again: " + reason);
    }

    /**
     * Waits until everything was seen.
     *
     * @return whether every slice was kept as it was sent
     */
    synchronized boolean await(SessionClient client, boolean untilDone) throws InterruptedException, Failed {
        long connectedNanos = System.nanoTime();
        while (!untilDone || !done(client)) {
            TimeUnit.MILLISECONDS.timedWait(this, 200);
            if (client.view().connected()) {
                connectedNanos = System.nanoTime();
            } else if (untilDone && System.nanoTime() - connectedNanos > MOST_LOST_NANOS) {
                throw new Failed("the session is gone: " + client.view().trouble());
            }
        }
        return sound;
    }

    private boolean done(SessionClient client) {
        boolean idle = client.view()
                .state()
                .filter(s -> s.planState().compareTo(PlanState.DONE) >= 0)
                .isPresent();
        if (!idle) {
            newsNanos = System.nanoTime();
        }
        return helicalEnded || (localizerEnded && idle && System.nanoTime() - newsNanos > LOCALIZER_LINGER_NANOS);
    }
}
