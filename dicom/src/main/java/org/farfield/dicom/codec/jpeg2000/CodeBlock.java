package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.farfield.dicom.ByteSlice;

/**
 * A code-block: where it lies in its sub-band, and what the packets have brought of it. The coded bytes stay where they
 * are in the stream; only places are noted. One thread.
 */
final class CodeBlock {
    final int x;
    final int y;
    final int width;
    final int height;
    /** Magnitude bit planes that are not coded since they are zero. */
    int zeroPlanes;

    int lengthBits = 3;
    int passes;
    int segments;
    int[] segmentPasses = new int[1];
    int[] segmentBytes = new int[1];
    private int chunks;
    private ByteSlice[] chunk = new ByteSlice[1];

    /** With its place relative to the sub-band's first sample. */
    CodeBlock(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    boolean isIncluded() {
        return passes > 0;
    }

    /** Begins another codeword segment. */
    void openSegment() {
        if (segments == segmentPasses.length) {
            segmentPasses = Arrays.copyOf(segmentPasses, 2 * segments);
            segmentBytes = Arrays.copyOf(segmentBytes, 2 * segments);
        }
        segments++;
    }

    void addChunk(ByteSlice bytes) {
        if (chunks == chunk.length) {
            chunk = Arrays.copyOf(chunk, 2 * chunks);
        }
        chunk[chunks++] = bytes;
    }

    int bytes() {
        int bytes = 0;
        for (int i = 0; i < chunks; i++) {
            bytes += chunk[i].length();
        }
        return bytes;
    }

    void copyTo(byte[] target) {
        int at = 0;
        for (int i = 0; i < chunks; i++) {
            System.arraycopy(chunk[i].array(), chunk[i].offset(), target, at, chunk[i].length());
            at += chunk[i].length();
        }
    }
}
