package org.farfield.remote.protocol.message;

import java.util.Arrays;

/**
 * One reconstructed slice on its way. The array belongs to the slice and must not be changed.
 *
 * @param part10 a complete DICOM Part 10 file (JPEG-LS lossless, 1.2.840.10008.1.2.4.80)
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record LiveSlice(SliceHeader header, byte[] part10) {
    /** Most bytes of one slice. */
    public static final int MOST_BYTES = 32 << 20;

    /** Refuses a length that the header does not say. */
    public LiveSlice {
        if (part10.length != header.length() || part10.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "slice of " + part10.length + " bytes, header says " + header.length() + ", most is " + MOST_BYTES);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveSlice o && header.equals(o.header) && Arrays.equals(part10, o.part10);
    }

    @Override
    public int hashCode() {
        return header.hashCode();
    }

    @Override
    public String toString() {
        return "LiveSlice[" + header + "]";
    }
}
