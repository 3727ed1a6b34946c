package org.farfield.remote.twin.recon;

import java.util.Arrays;

/**
 * Filters views with the ramp of one kernel. The ramp is the transform of its band-limited form in space (Kak and
 * Slaney 1988, 3.3.3), which keeps the mean right where |f| sampled directly does not; what painting, cells and
 * interpolation take is given back, so that a point comes out as the kernel says. Two views ride through one complex
 * transform, as its real and its imaginary part, since the filter is real and even. Immutable; any thread.
 */
public final class RampFilter {
    private final ParallelBeam beam;
    private final Fourier fourier;
    private final float[] gain;

    public RampFilter(ParallelBeam beam, Kernel kernel) {
        this.beam = beam;
        int size = Integer.highestOneBit(2 * beam.cells() - 1) * 2;
        this.fourier = new Fourier(size);
        float[] re = new float[size];
        float[] im = new float[size];
        double d = beam.cellMm();
        re[0] = (float) (1 / (4 * d * d));
        for (int k = 1; k < size / 2; k += 2) {
            re[k] = (float) (-1 / (Math.PI * Math.PI * k * k * d * d));
            re[size - k] = re[k];
        }
        fourier.transform(re, im);
        gain = new float[size];
        for (int k = 0; k < size; k++) {
            double perMm = Math.min(k, size - k) / (size * d);
            gain[k] = (float)
                    (re[k] * kernel.transfer(perMm) / (detectorBlur(perMm, d) * catmullRom(perMm * d)) * d / size);
        }
    }

    /**
     * What the painted pixel (twice: painted by its covered part, projected as a square) and the cell's width take from
     * a frequency before the detector counts.
     */
    public static double detectorBlur(double perMm, double cellMm) {
        double pixel = sinc(perMm * PlaneCache.GRID.pixelMm());
        return pixel * pixel * sinc(perMm * cellMm);
    }

    /** The transform of Catmull and Rom's interpolation (Keys 1981, a = -1/2), in cycles per sample. */
    private static double catmullRom(double f) {
        if (f < 1e-6) {
            return 1;
        }
        double w = Math.PI * f;
        double one = sinc(f);
        double two = sinc(2 * f);
        return (3 * (one * one - two) - (3 * two * two - 2 * two - sinc(4 * f))) / (w * w);
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Filters views [from, to) of the sinogram (a view after another) into {@code out} of the same layout. */
    public void filter(float[] sinogram, float[] out, int from, int to) {
        int cells = beam.cells();
        int size = fourier.size();
        float[] re = new float[size];
        float[] im = new float[size];
        for (int view = from; view < to; view += 2) {
            boolean two = view + 1 < to;
            Arrays.fill(re, cells, size, 0f);
            Arrays.fill(im, 0f);
            System.arraycopy(sinogram, view * cells, re, 0, cells);
            if (two) {
                System.arraycopy(sinogram, (view + 1) * cells, im, 0, cells);
            }
            fourier.transform(re, im);
            for (int k = 0; k < size; k++) {
                re[k] *= gain[k];
                im[k] *= gain[k];
            }
            fourier.transform(im, re);
            System.arraycopy(re, 0, out, view * cells, cells);
            if (two) {
                System.arraycopy(im, 0, out, (view + 1) * cells, cells);
            }
        }
    }
}
