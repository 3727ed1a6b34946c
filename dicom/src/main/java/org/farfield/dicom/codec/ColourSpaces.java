package org.farfield.dicom.codec;

/** Changes of colour space of whole frames, colour by pixel, in place (PS3.3 C.7.6.3.1.2). Any thread. */
public final class ColourSpaces {
    private ColourSpaces() {}

    /** YBR_FULL and YBR_FULL_422 (after upsampling) to RGB: the matrix of ITU-R BT.601, full range, rounded. */
    public static void fromYbrFull(short[] samples, int count, int bits) {
        int center = 1 << (bits - 1);
        int most = (1 << bits) - 1;
        for (int i = 0; i + 2 < count; i += 3) {
            int y = samples[i] & 0xFFFF;
            int cb = (samples[i + 1] & 0xFFFF) - center;
            int cr = (samples[i + 2] & 0xFFFF) - center;
            samples[i] = (short) clamp(y + round(1.402 * cr), most);
            samples[i + 1] = (short) clamp(y - round(0.344136286 * cb + 0.714136286 * cr), most);
            samples[i + 2] = (short) clamp(y + round(1.772 * cb), most);
        }
    }

    /** YBR_PARTIAL_420 and YBR_PARTIAL_422 (after upsampling) of 8 bits to RGB: luma of 16 to 235. */
    public static void fromYbrPartial(short[] samples, int count) {
        for (int i = 0; i + 2 < count; i += 3) {
            double y = 1.164383562 * ((samples[i] & 0xFFFF) - 16);
            int cb = (samples[i + 1] & 0xFFFF) - 128;
            int cr = (samples[i + 2] & 0xFFFF) - 128;
            samples[i] = (short) clamp(round(y + 1.596026786 * cr), 255);
            samples[i + 1] = (short) clamp(round(y - 0.391762290 * cb - 0.812967647 * cr), 255);
            samples[i + 2] = (short) clamp(round(y + 2.017232143 * cb), 255);
        }
    }

    private static int round(double value) {
        return (int) Math.floor(value + 0.5);
    }

    private static int clamp(int value, int most) {
        return Math.clamp(value, 0, most);
    }
}
