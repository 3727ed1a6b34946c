package org.farfield.rendering.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** 256 colours from the lowest to the highest value. Immutable; equal where the colours are. */
public final class Palette {

    /** HOT_IRON, 1.2.840.10008.1.5.1, PS3.6 B.1.1: black over red and yellow to white. */
    public static final Palette HOT_IRON = hotIron();

    private final int[] rgb;

    private Palette(int[] rgb) {
        this.rgb = rgb;
    }

    /**
     * A palette of its own copy of the colours.
     *
     * @param rgb 256 colours, 0xRRGGBB
     */
    public static Palette of(int... rgb) {
        if (rgb.length != 256) {
            throw new IllegalArgumentException("a palette of " + rgb.length + " colours");
        }
        return new Palette(rgb.clone());
    }

    private static Palette hotIron() {
        int[] rgb = new int[256];
        for (int i = 0; i < 255; i++) {
            int red = Math.min(255, 2 * i);
            int green = Math.max(0, 2 * (i - 128));
            int blue = Math.max(0, 4 * (i - 192));
            rgb[i] = (red << 16) | (green << 8) | blue;
        }
        rgb[255] = 0xffffff;
        return new Palette(rgb);
    }

    /** The colour of a level from 0 to 255, 0xRRGGBB. */
    public int rgb(int level) {
        return rgb[level];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Palette palette && Arrays.equals(rgb, palette.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }
}
