package org.farfield.dicom.codec;

import org.farfield.dicom.DicomException;

/** A Huffman table of T.81: code lengths counted per length, then the values in the order of their codes (annex C). */
final class JpegHuffmanTable {
    private static final int LONGEST = 16;
    private static final int QUICK_BITS = 9;

    private final int[] firstCode = new int[LONGEST + 2];
    private final int[] firstIndex = new int[LONGEST + 2];
    private final int[] counts;
    private final byte[] values;
    /** Length * 256 + value of the code that the next nine bits begin with, or 0 when it is longer. */
    private final short[] quick = new short[1 << QUICK_BITS];

    /**
     * @param counts how many codes there are of length 1..16, at index 1..16
     * @param values their values
     */
    JpegHuffmanTable(int[] counts, byte[] values) throws DicomException {
        this.counts = counts;
        this.values = values;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            firstCode[length] = code;
            firstIndex[length] = index;
            if (code + counts[length] > 1 << length) {
                throw new DicomException(DicomException.Reason.MALFORMED, "JPEG stream: Huffman table is overfull");
            }
            for (int i = 0; i < counts[length] && length <= QUICK_BITS; i++) {
                int free = QUICK_BITS - length;
                int entry = length << 8 | (values[index + i] & 0xFF);
                int from = (code + i) << free;
                java.util.Arrays.fill(quick, from, from + (1 << free), (short) entry);
            }
            code = (code + counts[length]) << 1;
            index += counts[length];
        }
    }

    /** The value of the next code, which is taken from the reader. */
    int next(JpegBitReader in) throws DicomException {
        int bits = in.peek16();
        int entry = quick[bits >>> (16 - QUICK_BITS)];
        if (entry != 0) {
            in.skip(entry >> 8);
            return entry & 0xFF;
        }
        for (int length = QUICK_BITS + 1; length <= LONGEST; length++) {
            int ahead = (bits >>> (16 - length)) - firstCode[length];
            if (ahead >= 0 && ahead < counts[length]) {
                in.skip(length);
                return values[firstIndex[length] + ahead] & 0xFF;
            }
        }
        throw new DicomException(DicomException.Reason.MALFORMED, "JPEG stream: no such Huffman code");
    }
}
