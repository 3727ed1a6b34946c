package org.farfield.workstation.reading.live;

import java.util.Arrays;
import org.farfield.rendering.volume.Volume;

/**
 * A localizer as it is drawn: grey levels in its own window (its 1st to 99th percentile), and where its pixels lie.
 * Immutable; made on any thread but the FX thread.
 */
public final class LocalizerPicture {

    private final LocalizerScale scale;
    private final int[] argb;

    private LocalizerPicture(LocalizerScale scale, int[] argb) {
        this.scale = scale;
        this.argb = argb;
    }

    /**
     * The picture of a localizer that has arrived whole.
     *
     * @throws IllegalArgumentException if it does not lie along the table
     */
    public static LocalizerPicture of(Volume localizer) {
        return new LocalizerPicture(LocalizerScale.of(localizer.geometry()), grey(localizer));
    }

    public LocalizerScale scale() {
        return scale;
    }

    /** A copy of the pixels row by row, 0xFFrrggbb. */
    public int[] argb() {
        return argb.clone();
    }

    private static int[] grey(Volume localizer) {
        short[] stored = localizer.copyOfSlice(0);
        int[] values = new int[stored.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = localizer.type().value(stored[i]);
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int low = sorted[sorted.length / 100];
        int high = Math.max(low + 1, sorted[sorted.length - 1 - sorted.length / 100]);
        for (int i = 0; i < values.length; i++) {
            values[i] = 0xFF000000 | Math.clamp((values[i] - low) * 255L / (high - low), 0, 255) * 0x010101;
        }
        return values;
    }
}
