package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.DicomException;

/**
 * How a component is transformed and its blocks are coded: the SPcod and SPcoc parameters (T.800 table A.20).
 *
 * @param levels of decomposition, 0..32
 * @param blockWidth exponent of the code-blocks' width, 2..10
 * @param blockHeight exponent of their height, 2..10
 * @param blockStyle bits of table A.19
 * @param reversible true for the 5/3 filter, false for the 9/7 filter
 * @param precincts for each resolution the exponent of the precincts' width, and 16 times that of their height
 */
record CodingStyle(
        int levels, int blockWidth, int blockHeight, int blockStyle, boolean reversible, PrecinctSizes precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    static final int SYMBOLS = 32;
    private static final int PART1_STYLES = 0x3F;
    private static final int MOST_LEVELS = 32;

    /** Reads the parameters, with precinct sizes when {@code precincts} says that there are any. */
    static CodingStyle read(StreamReader in, boolean precincts) throws DicomException {
        int levels = in.octet();
        int width = in.octet() + 2;
        int height = in.octet() + 2;
        int style = in.octet();
        int transform = in.octet();
        if (levels > MOST_LEVELS || width > 10 || height > 10 || width + height > 12) {
            throw Fault.malformed(levels + " levels, code-blocks of 2^" + width + " x 2^" + height);
        }
        if (style > PART1_STYLES || transform > 1) {
            throw Fault.unsupported("code-block style " + style + ", transform " + transform);
        }
        PrecinctSizes sizes = precincts ? PrecinctSizes.read(in, levels) : PrecinctSizes.LARGEST;
        return new CodingStyle(levels, width, height, style, transform == 1, sizes);
    }

    boolean has(int style) {
        return (blockStyle & style) != 0;
    }
}
