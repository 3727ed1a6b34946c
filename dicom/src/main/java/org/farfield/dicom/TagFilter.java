package org.farfield.dicom;

import java.util.Arrays;

/**
 * Which elements of a data set are wanted, by their tags. Elements without which the wanted ones cannot be understood
 * come along: Specific Character Set (0008,0005), Pixel Representation (0028,0103), creators of private blocks. A
 * wanted sequence comes whole. Immutable.
 */
public final class TagFilter {
    /** Tags with their highest bit turned, so that signed order is that of the file; ascending. */
    private final int[] keys;

    private final int last;

    private TagFilter(int[] keys, int last) {
        this.keys = keys;
        this.last = last;
    }

    /** These elements, at least one. */
    public static TagFilter of(int... tags) {
        if (tags.length == 0) {
            throw new IllegalArgumentException("no tag is wanted");
        }
        int[] keys = Arrays.copyOf(tags, 2 * tags.length + 2);
        for (int i = 0; i < tags.length; i++) {
            boolean inBlock = Tag.isPrivate(tags[i]) && Tag.element(tags[i]) > 0xFF;
            keys[tags.length + i] = inBlock ? (tags[i] & 0xFFFF0000) | (tags[i] >> 8 & 0xFF) : tags[i];
        }
        keys[2 * tags.length] = Tag.SPECIFIC_CHARACTER_SET;
        keys[2 * tags.length + 1] = Tag.PIXEL_REPRESENTATION;
        int last = tags[0];
        for (int tag : tags) {
            last = Integer.compareUnsigned(tag, last) > 0 ? tag : last;
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] ^= Integer.MIN_VALUE;
        }
        Arrays.sort(keys);
        return new TagFilter(keys, last);
    }

    /** Whether an element is delivered. */
    public boolean wants(int tag) {
        return Arrays.binarySearch(keys, tag ^ Integer.MIN_VALUE) >= 0;
    }

    /** Whether nothing wanted can follow in the order of tags, this element included. */
    public boolean isPast(int tag) {
        return Integer.compareUnsigned(tag, last) > 0;
    }
}
