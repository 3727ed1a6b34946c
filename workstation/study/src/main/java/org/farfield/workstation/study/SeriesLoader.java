package org.farfield.workstation.study;

import org.farfield.rendering.volume.VolumeMemoryException;

/**
 * Loads display sets into volumes: slices come in an order that shows the whole early, on decoder threads of their own,
 * straight into the volume. Any thread may call; several loadings may run at once.
 *
 * @param decoders how many threads one loading uses
 */
public record SeriesLoader(int decoders) {
    /** Needs at least one thread. */
    public SeriesLoader {
        if (decoders < 1) {
            throw new IllegalArgumentException("decoders " + decoders);
        }
    }

    /** A loader that uses all processors of this machine. */
    public static SeriesLoader forThisMachine() {
        return new SeriesLoader(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Begins to load and returns at once.
     *
     * @throws IllegalArgumentException when the display set has no volume ({@link DisplaySet#canLoad})
     * @throws VolumeMemoryException when there is not enough memory for it
     */
    public Loading load(DisplaySet set, LoadListener listener) {
        Loading loading = new Loading(set, decoders, listener, System.nanoTime());
        for (int i = 0; i < decoders; i++) {
            Thread.ofPlatform().daemon().name("slice-decoder-", i).start(loading::work);
        }
        return loading;
    }
}
