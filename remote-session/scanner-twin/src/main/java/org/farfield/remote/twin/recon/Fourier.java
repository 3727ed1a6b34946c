package org.farfield.remote.twin.recon;

/**
 * A complex fast Fourier transform of a power of two, in place, radix 2 with a table of roots. Immutable; any thread.
 */
public final class Fourier {
    private final int size;
    private final int[] reversed;
    private final float[] cos;
    private final float[] sin;

    public Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is not a power of two");
        }
        this.size = size;
        reversed = new int[size];
        int bits = Integer.numberOfTrailingZeros(size);
        for (int k = 0; k < size; k++) {
            reversed[k] = Integer.reverse(k) >>> (32 - bits);
        }
        // The roots of every stage one after another, so that the inner loop reads them in order.
        cos = new float[size];
        sin = new float[size];
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                cos[half + k] = (float) Math.cos(Math.PI * k / half);
                sin[half + k] = (float) -Math.sin(Math.PI * k / half);
            }
        }
    }

    public int size() {
        return size;
    }

    /** The forward transform; swap the two arrays for the inverse (without the 1 / size). */
    public void transform(float[] re, float[] im) {
        for (int k = 0; k < size; k++) {
            int r = reversed[k];
            if (r > k) {
                float a = re[k];
                re[k] = re[r];
                re[r] = a;
                float b = im[k];
                im[k] = im[r];
                im[r] = b;
            }
        }
        for (int half = 1; half < size; half *= 2) {
            for (int block = 0; block < size; block += 2 * half) {
                butterflies(re, im, block, half);
            }
        }
    }

    private void butterflies(float[] re, float[] im, int block, int half) {
        for (int k = 0; k < half; k++) {
            int i = block + k;
            int j = i + half;
            float c = cos[half + k];
            float s = sin[half + k];
            float x = re[j] * c - im[j] * s;
            float y = re[j] * s + im[j] * c;
            re[j] = re[i] - x;
            im[j] = im[i] - y;
            re[i] += x;
            im[i] += y;
        }
    }
}
