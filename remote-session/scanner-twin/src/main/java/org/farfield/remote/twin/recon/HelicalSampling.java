package org.farfield.remote.twin.recon;

/**
 * Which planes a slice's view is made of. While the tube turns, the table carries the detector rows along z, so view by
 * view the rows stand at other places: at {@code m * rowMm + phase}, with the phase set by the table's way up to that
 * view. A slice takes from each row the part of its own thickness that the row covers (a box of the slice thickness
 * over boxes of the row width). The reading of a row between two computed planes is interpolated linearly. Weights of
 * one view add up to 1.
 */
public record HelicalSampling(double thicknessMm, double rowMm, double tableMmPerHalfTurn, int views) {
    private static final double FINEST_MM = 0.625;
    private static final double COARSEST_MM = 1.25;

    /** Rows half as wide as the slice, within what a detector bins to. */
    public static double rowWidth(double thicknessMm) {
        return Math.clamp(thicknessMm / 2, FINEST_MM, COARSEST_MM);
    }

    /** The first plane that a slice at z needs; plane k lies at z = k * rowMm. */
    public int firstPlane(double z) {
        return (int) Math.floor((z - thicknessMm / 2) / rowMm - 0.5);
    }

    /** One more than the last plane that a slice at z needs. */
    public int endPlane(double z) {
        return (int) Math.ceil((z + thicknessMm / 2) / rowMm + 0.5) + 1;
    }

    /** The weights, for one view of the slice at z, of its planes from {@link #firstPlane} to {@link #endPlane}. */
    public float[] weights(double z, int view) {
        int first = firstPlane(z);
        float[] weight = new float[endPlane(z) - first];
        double travelled = tableMmPerHalfTurn * view / views;
        double phase = travelled / rowMm - Math.floor(travelled / rowMm);
        double low = (z - thicknessMm / 2) / rowMm;
        double high = (z + thicknessMm / 2) / rowMm;
        double total = 0;
        for (int k = first - 1; k < first + weight.length; k++) {
            double row = k + phase;
            double part = Math.min(high, row + 0.5) - Math.max(low, row - 0.5);
            if (part > 0) {
                add(weight, k - first, part * (1 - phase));
                add(weight, k + 1 - first, part * phase);
                total += part;
            }
        }
        for (int k = 0; k < weight.length; k++) {
            weight[k] /= (float) total;
        }
        return weight;
    }

    private static void add(float[] weight, int at, double value) {
        if (at >= 0 && at < weight.length) {
            weight[at] += (float) value;
        } else if (value > 1e-9) {
            throw new IllegalStateException("a row outside the slice's planes");
        }
    }
}
