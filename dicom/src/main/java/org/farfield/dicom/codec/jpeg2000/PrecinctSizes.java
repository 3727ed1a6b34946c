package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.DicomException;

/** Exponents of the sizes of precincts at each resolution (T.800 table A.21). Immutable. */
final class PrecinctSizes {
    /** 2^15 x 2^15 at every resolution. */
    static final PrecinctSizes LARGEST = new PrecinctSizes(new int[] {0xFF});

    private final int[] sizes;

    private PrecinctSizes(int[] sizes) {
        this.sizes = sizes;
    }

    static PrecinctSizes read(StreamReader in, int levels) throws DicomException {
        int[] sizes = new int[levels + 1];
        for (int i = 0; i <= levels; i++) {
            sizes[i] = in.octet();
            if (i > 0 && ((sizes[i] & 0x0F) == 0 || sizes[i] < 0x10)) {
                throw Fault.malformed("precincts of one sample at resolution " + i);
            }
        }
        return new PrecinctSizes(sizes);
    }

    int width(int resolution) {
        return sizes[Math.min(resolution, sizes.length - 1)] & 0x0F;
    }

    int height(int resolution) {
        return sizes[Math.min(resolution, sizes.length - 1)] >> 4;
    }
}
