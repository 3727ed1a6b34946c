package org.farfield.dicom;

import java.util.Optional;

/**
 * What to read and how much of it at most.
 *
 * @param stopBeforePixels end before the top-level pixel data (7FE0,xxxx); only the first kilobytes are then read
 * @param maxBytes the largest file, and the largest inflated data set, in bytes; larger ones are refused
 * @param maxDepth how deep sequences may nest
 * @param maxElements how many elements a data set may have, those of its items included
 * @param privateElements what manufacturers' elements are, so that they are read as more than bytes
 * @param only the top-level elements that are wanted: others are passed over without being held, and reading ends
 *     behind the last of them; all where empty
 */
public record ReadOptions(
        boolean stopBeforePixels,
        int maxBytes,
        int maxDepth,
        int maxElements,
        PrivateDictionary privateElements,
        Optional<TagFilter> only) {
    private static final int ONE_AND_A_HALF_GIB = 3 << 29;

    /** Without private elements. */
    public ReadOptions(boolean stopBeforePixels, int maxBytes, int maxDepth, int maxElements) {
        this(stopBeforePixels, maxBytes, maxDepth, maxElements, PrivateDictionary.NONE, Optional.empty());
    }

    /** Everything, within generous limits. */
    public static final ReadOptions ALL = new ReadOptions(false, ONE_AND_A_HALF_GIB, 64, 4_000_000);

    /** The header only. */
    public static final ReadOptions HEADER = new ReadOptions(true, ONE_AND_A_HALF_GIB, 64, 4_000_000);

    /** The same with another size limit. */
    public ReadOptions withMaxBytes(int bytes) {
        return new ReadOptions(stopBeforePixels, bytes, maxDepth, maxElements, privateElements, only);
    }

    /** The same with a dictionary of private elements. */
    public ReadOptions withPrivateElements(PrivateDictionary dictionary) {
        return new ReadOptions(stopBeforePixels, maxBytes, maxDepth, maxElements, dictionary, only);
    }

    /** The same with nothing but these elements, and those that they need. */
    public ReadOptions withOnly(int... tags) {
        Optional<TagFilter> filter = Optional.of(TagFilter.of(tags));
        return new ReadOptions(stopBeforePixels, maxBytes, maxDepth, maxElements, privateElements, filter);
    }
}
