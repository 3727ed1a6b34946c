package org.farfield.rendering.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.Volume;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what pictures of the same volume share: its blocks, transfer tables, and where these show nothing, so that a
 * frame computes only what is new. Holds the volumes seen last, and none that nobody else holds. Any thread.
 */
public final class VolumeStore {

    private static final int MOST_VOLUMES = 3;
    private static final int MOST_SPACES = 8;

    private final List<Entry> newestFirst = new ArrayList<>();

    /** Keeps nothing yet. */
    public VolumeStore() {
        // Filled by the pictures that are asked for.
    }

    /** What a shaded picture needs besides its rays. */
    public record Prepared(EmptySpaceView space, TransferTable table) {}

    /**
     * Distances to what may be seen, block by block, for a graphics device.
     *
     * @param across blocks in a row
     * @param distance in blocks, 0 where something may be seen
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record EmptySpaceView(int across, int along, int layers, int edge, byte[] distance) {}

    /** Table and empty space of a shaded picture; the same objects while nothing has changed. */
    public Prepared prepare(VolumeRequest request, VolumeLook.Shaded look) {
        EmptySpace space = space(request, look);
        VolumeBlocks b = space.blocks;
        return new Prepared(
                new EmptySpaceView(b.across, b.along, b.layers, 1 << VolumeBlocks.BITS, space.distance), space.table);
    }

    synchronized BlockPeaks peaks(Volume volume) {
        return entry(volume).peaks(volume);
    }

    synchronized EmptySpace space(VolumeRequest request, VolumeLook.Shaded look) {
        Entry entry = entry(request.volume());
        return entry.space(
                request.volume(), look.transfer(), RayGeometry.of(request).stepMm());
    }

    private Entry entry(Volume volume) {
        newestFirst.removeIf(entry -> entry.volume.get() == null);
        Entry found = null;
        for (Entry entry : newestFirst) {
            if (entry.volume.get() == volume) {
                found = entry;
            }
        }
        if (found == null) {
            found = new Entry(new WeakReference<>(volume));
            while (newestFirst.size() >= MOST_VOLUMES) {
                newestFirst.removeLast();
            }
        } else {
            newestFirst.remove(found);
        }
        newestFirst.addFirst(found);
        return found;
    }

    /** One transfer function at one step. */
    private record Key(TransferFunction transfer, double stepMm) {}

    private record Space(Key key, EmptySpace space) {}

    private static final class Entry {
        private final WeakReference<Volume> volume;
        private final List<Space> spaces = new ArrayList<>();
        private @Nullable VolumeBlocks blocks;
        private @Nullable BlockPeaks peaks;

        Entry(WeakReference<Volume> volume) {
            this.volume = volume;
        }

        VolumeBlocks blocks(Volume of) {
            VolumeBlocks now = blocks;
            if (now == null || now.revision != of.revision()) {
                now = VolumeBlocks.of(of, now);
                blocks = now;
            }
            return now;
        }

        BlockPeaks peaks(Volume of) {
            VolumeBlocks under = blocks(of);
            BlockPeaks now = peaks;
            if (now == null || now.blocks != under) {
                now = new BlockPeaks(under);
                peaks = now;
            }
            return now;
        }

        EmptySpace space(Volume of, TransferFunction transfer, double stepMm) {
            VolumeBlocks now = blocks(of);
            Key key = new Key(transfer, stepMm);
            TransferTable table = null;
            EmptySpace same = null;
            for (Space each : spaces) {
                if (each.key.equals(key)) {
                    table = each.space.table;
                    same = each.space.blocks == now ? each.space : null;
                } else if (same == null && each.space.blocks == now && each.key.transfer.equals(transfer)) {
                    same = each.space;
                }
            }
            if (same != null && table != null && same.table == table) {
                return same;
            }
            if (table == null) {
                table = new TransferTable(transfer, of, stepMm);
            }
            EmptySpace fresh = same == null ? new EmptySpace(now, table) : new EmptySpace(same, table);
            spaces.removeIf(each -> each.key.equals(key));
            while (spaces.size() >= MOST_SPACES) {
                spaces.removeLast();
            }
            spaces.addFirst(new Space(key, fresh));
            return fresh;
        }
    }
}
