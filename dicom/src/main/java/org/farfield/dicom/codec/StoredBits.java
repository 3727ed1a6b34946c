package org.farfield.dicom.codec;

/** The bits of a sample that carry its value: Bits Stored, High Bit, Pixel Representation (PS3.5 8.1.1). */
final class StoredBits {
    private StoredBits() {}

    /** Takes the value out of each word: other bits (old overlays, noise) go, signed values are sign-extended. */
    static void extend(short[] samples, int count, int bitsStored, int highBit, boolean signed) {
        int left = 31 - highBit;
        int right = 32 - bitsStored;
        if (bitsStored == 16 && highBit == 15) {
            return;
        }
        if (signed) {
            for (int i = 0; i < count; i++) {
                samples[i] = (short) (samples[i] << left >> right);
            }
        } else {
            for (int i = 0; i < count; i++) {
                samples[i] = (short) (samples[i] << left >>> right);
            }
        }
    }

    /** Refuses values that do not fit in {@code bitsStored} bits, which an encoder would damage. */
    static void requireFit(short[] samples, int count, int bitsStored, boolean signed) {
        if (bitsStored < 1 || bitsStored > 16) {
            throw new IllegalArgumentException("bits stored " + bitsStored);
        }
        if (bitsStored == 16) {
            return;
        }
        int shift = 32 - bitsStored;
        int wrong = 0;
        for (int i = 0; i < count; i++) {
            int value = samples[i];
            wrong |= value ^ (signed ? value << shift >> shift : value << shift >>> shift);
        }
        if (wrong != 0) {
            throw new IllegalArgumentException("a value does not fit in " + bitsStored + " bits");
        }
    }
}
