package org.farfield.rendering.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.farfield.rendering.volume.Volume;
import org.jspecify.annotations.Nullable;

/** The flat copies of the volumes that were drawn last. One thread at a time. */
final class FlatVoxelCache {

    /** A picture, a second volume over it, and the two of a prior beside it. */
    private static final int MAX_VOLUMES = 4;

    private final Deque<Entry> newestFirst = new ArrayDeque<>();

    /**
     * The volume's copy, with every slice that has come.
     *
     * @throws RenderException where there is no memory for it
     */
    FlatVoxels of(Volume volume) {
        Entry found = take(volume);
        if (found == null) {
            while (newestFirst.size() >= MAX_VOLUMES) {
                newestFirst.removeLast();
            }
            found = new Entry(new WeakReference<>(volume), new FlatVoxels(volume));
        }
        newestFirst.addFirst(found);
        found.voxels().follow(volume);
        return found.voxels();
    }

    private @Nullable Entry take(Volume volume) {
        Entry found = null;
        for (Iterator<Entry> it = newestFirst.iterator(); it.hasNext(); ) {
            Entry entry = it.next();
            Volume held = entry.volume().get();
            if (held == volume) {
                found = entry;
                it.remove();
            } else if (held == null) {
                it.remove();
            }
        }
        return found;
    }

    private record Entry(WeakReference<Volume> volume, FlatVoxels voxels) {}
}
