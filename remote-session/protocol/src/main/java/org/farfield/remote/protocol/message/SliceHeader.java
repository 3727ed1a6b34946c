package org.farfield.remote.protocol.message;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a live slice is, in front of its bytes.
 *
 * @param sequence 1, 2, 3 ... within the series, no gaps, in the order of reconstruction
 * @param index slot in the planned series, 0-based
 * @param captureMillis the gateway's clock when the scanner gave the slice, ms since 1970
 * @param voxelSha256 SHA-256 (32 bytes) of the stored voxels, row by row, each as 16 bits little endian
 * @param length bytes of the Part 10 file that follows
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record SliceHeader(
        String seriesUid,
        long sequence,
        int index,
        long captureMillis,
        String sopInstanceUid,
        byte[] voxelSha256,
        int length) {

    /** Length of the hash in bytes. */
    public static final int HASH_BYTES = 32;

    /** Refuses a hash of another length and numbers that cannot be. */
    public SliceHeader {
        if (voxelSha256.length != HASH_BYTES) {
            throw new IllegalArgumentException("voxel hash: " + voxelSha256.length + " bytes, not " + HASH_BYTES);
        }
        if (sequence < 1 || index < 0 || length < 0) {
            throw new IllegalArgumentException("sequence " + sequence + ", index " + index + ", length " + length);
        }
    }

    /** The hash as 64 lower-case hexadecimal digits. */
    public String voxelSha256Hex() {
        return HexFormat.of().formatHex(voxelSha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceHeader o
                && seriesUid.equals(o.seriesUid)
                && sequence == o.sequence
                && index == o.index
                && captureMillis == o.captureMillis
                && sopInstanceUid.equals(o.sopInstanceUid)
                && Arrays.equals(voxelSha256, o.voxelSha256)
                && length == o.length;
    }

    @Override
    public int hashCode() {
        return sopInstanceUid.hashCode() * 31 + Long.hashCode(sequence);
    }

    @Override
    public String toString() {
        return "SliceHeader[" + seriesUid + " #" + sequence + " slot " + index + ", " + length + " bytes]";
    }
}
