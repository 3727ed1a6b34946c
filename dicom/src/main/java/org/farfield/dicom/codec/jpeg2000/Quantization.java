package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.DicomException;

/** Step sizes of the sub-bands and guard bits: the QCD and QCC segments (T.800 A.6.4, annex E). Immutable. */
final class Quantization {
    private static final int NONE = 0;
    private static final int DERIVED = 1;
    private static final int EXPOUNDED = 2;

    private final int style;
    private final int guardBits;
    private final int[] steps;

    private Quantization(int style, int guardBits, int[] steps) {
        this.style = style;
        this.guardBits = guardBits;
        this.steps = steps;
    }

    static Quantization read(StreamReader in) throws DicomException {
        int first = in.octet();
        int style = first & 0x1F;
        if (style > EXPOUNDED) {
            throw Fault.malformed("quantization style " + style);
        }
        int count = style == NONE ? in.left() : in.left() / 2;
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = style == NONE ? in.octet() << 8 : in.word();
        }
        if (count == 0) {
            throw Fault.malformed("no step sizes");
        }
        return new Quantization(style, first >> 5, steps);
    }

    /** Number of magnitude bit planes of a band: index 0 is LL, then HL, LH, HH from the lowest level up (E-2). */
    int planes(int band) throws DicomException {
        return guardBits + exponent(band) - 1;
    }

    /** The step of a band relative to samples of {@code bits} (E-3), {@code gain} the binary logarithm of its gain. */
    float step(int band, int bits, int gain) throws DicomException {
        int mantissa = style == DERIVED ? steps[0] & 0x7FF : step(band) & 0x7FF;
        return (float) Math.scalb(1 + mantissa / 2048.0, bits + gain - exponent(band));
    }

    private int exponent(int band) throws DicomException {
        if (style != DERIVED) {
            return step(band) >> 11;
        }
        int exponent = (steps[0] >> 11) - (band == 0 ? 0 : (band - 1) / 3);
        if (exponent < 0) {
            throw Fault.malformed("no step size for sub-band " + band);
        }
        return exponent;
    }

    private int step(int band) throws DicomException {
        if (band >= steps.length) {
            throw Fault.malformed("step sizes of " + steps.length + " sub-bands, and it has sub-band " + band);
        }
        return steps[band];
    }
}
