package org.farfield.dicom;

/**
 * What to read and how much of it at most.
 *
 * @param stopBeforePixels end before the top-level pixel data (7FE0,xxxx); only the first kilobytes are then read
 * @param maxBytes the largest file, and the largest inflated data set, in bytes; larger ones are refused
 * @param maxDepth how deep sequences may nest
 * @param maxElements how many elements a data set may have, those of its items included
 */
public record ReadOptions(boolean stopBeforePixels, int maxBytes, int maxDepth, int maxElements) {
    private static final int ONE_AND_A_HALF_GIB = 3 << 29;

    /** Everything, within generous limits. */
    public static final ReadOptions ALL = new ReadOptions(false, ONE_AND_A_HALF_GIB, 64, 4_000_000);

    /** The header only. */
    public static final ReadOptions HEADER = new ReadOptions(true, ONE_AND_A_HALF_GIB, 64, 4_000_000);

    /** The same with another size limit. */
    public ReadOptions withMaxBytes(int bytes) {
        return new ReadOptions(stopBeforePixels, bytes, maxDepth, maxElements);
    }
}
