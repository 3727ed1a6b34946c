package org.farfield.rendering.volume;

/**
 * The stored values that mean "nothing was reconstructed here": Pixel Padding Value (0028,0120) and Range Limit
 * (0028,0121), PS3.3 C.7.5.1.1.2. Such voxels are absent: they are never blended into their neighbours. {@code first >
 * last} = none.
 */
public record PixelPadding(int first, int last) {

    public static final PixelPadding NONE = new PixelPadding(1, 0);

    public static PixelPadding of(int value) {
        return new PixelPadding(value, value);
    }

    /** Both limits belong to the range; they may be given in either order. */
    public static PixelPadding range(int value, int limit) {
        return new PixelPadding(Math.min(value, limit), Math.max(value, limit));
    }

    public boolean present() {
        return first <= last;
    }

    /**
     * The same bits read as stored values of that type. Files that give -2000 as the unsigned 63536 are common
     * (0028,0120 may be US or SS).
     */
    public PixelPadding readAs(VoxelType type) {
        return present() ? range(type.value((short) first), type.value((short) last)) : this;
    }

    public boolean holds(int stored) {
        return stored >= first && stored <= last;
    }
}
