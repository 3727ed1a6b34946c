package org.farfield.rendering.engine;

import org.farfield.rendering.volume.FlatVoxels;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * A volume as it stands at the start of a picture, laid out for sampling.
 *
 * <p>Cell c lies between slices c - 1 and c; cells 0 and {@code slices} are the half slices before the first and after
 * the last, where both sides are that slice. The fast loops leave cells of which a slice has not come to
 * {@link #sample}.
 */
final class VoxelSource {

    /**
     * Half a voxel and a trifle: between two voxels the higher wins, and goes on winning when a position that is meant
     * to be in the very middle comes out a little less by rounding. The graphics card does the same.
     */
    static final double HALF = 0.5 + 1.0 / 1024;

    /** A cubic sample this near to the next voxel, or nearer, belongs to that one, for the same reason. */
    static final double NEXT = 1.0 / 1024;

    private static final int TAPS = 4;

    final VolumeGeometry geometry;
    final int columns;
    final int rows;
    final int slices;
    final boolean padded;
    final int paddingFirst;
    final int paddingSpan;
    final FlatVoxels flat;
    private final PixelPadding padding;
    private final int[] missingBefore;

    VoxelSource(Volume volume) {
        geometry = volume.geometry();
        columns = geometry.columns();
        rows = geometry.rows();
        slices = geometry.slices();
        padding = volume.padding();
        padded = volume.padded();
        paddingFirst = padding.first();
        paddingSpan = padding.last() - padding.first();
        missingBefore = new int[slices + 1];
        for (int k = 0; k < slices; k++) {
            missingBefore[k + 1] = missingBefore[k] + (volume.has(k) ? 0 : 1);
        }
        flat = volume.voxels();
    }

    /** Whether the slices on both sides of each of these cells have come. */
    boolean hasCells(int first, int last) {
        return hasSlices(Math.max(0, first - 1), Math.min(slices - 1, last));
    }

    /** Whether these slices, first to last, have come. */
    boolean hasSlices(int first, int last) {
        return missingBefore[last + 1] == missingBefore[first];
    }

    /** The stored value of a voxel, NaN where it is absent. */
    float voxel(int column, int row, int slice) {
        if (column < 0 || column >= columns || row < 0 || row >= rows || slice < 0 || slice >= slices) {
            return Float.NaN;
        }
        return within(column, row, slice);
    }

    /** The same for a voxel that is known to lie in the volume. */
    float within(int column, int row, int slice) {
        if (!hasSlices(slice, slice)) {
            return Float.NaN;
        }
        int value = flat.value(column, row, slice);
        return padding.holds(value) ? Float.NaN : value;
    }

    /** The nearest voxel's stored value, NaN where it is absent. */
    float nearest(double x, double y, double z) {
        return voxel((int) Math.floor(x + HALF), (int) Math.floor(y + HALF), (int) Math.floor(z + HALF));
    }

    /**
     * The trilinear stored value among the present voxels around, whatever is around; NaN where the nearest voxel is
     * absent. This is the definition; the fast loops must agree with it.
     */
    float sample(double x, double y, double z) {
        if (Float.isNaN(nearest(x, y, z))) {
            return Float.NaN;
        }
        int c = (int) Math.floor(x);
        int r = (int) Math.floor(y);
        int s = (int) Math.floor(z);
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = corner & 1;
            int j = corner >> 1 & 1;
            int k = corner >> 2;
            float value = voxel(c + i, r + j, s + k);
            if (!Float.isNaN(value)) {
                double weight = (i == 0 ? 1 - (x - c) : x - c)
                        * (j == 0 ? 1 - (y - r) : y - r)
                        * (k == 0 ? 1 - (z - s) : z - s);
                sum += weight * value;
                weights += weight;
            }
        }
        return (float) (sum / weights);
    }

    /**
     * The Catmull-Rom stored value among the 64 voxels around where every one is present, else {@link #sample}. This is
     * the definition; the fast loops must agree with it.
     */
    float cubic(double x, double y, double z) {
        int c = (int) Math.floor(x + NEXT);
        int r = (int) Math.floor(y + NEXT);
        int s = (int) Math.floor(z + NEXT);
        double sum = 0;
        for (int tap = 0; tap < TAPS * TAPS * TAPS; tap++) {
            int i = tap % TAPS;
            int j = tap / TAPS % TAPS;
            int k = tap / (TAPS * TAPS);
            float value = voxel(c + i - 1, r + j - 1, s + k - 1);
            if (Float.isNaN(value)) {
                return sample(x, y, z);
            }
            sum += value * catmullRom(i, x - c) * catmullRom(j, y - r) * catmullRom(k, z - s);
        }
        return (float) sum;
    }

    /** The weight of voxel {@code i} of four at a place a fraction behind the second. */
    private static double catmullRom(int i, double f) {
        return switch (i) {
            case 0 -> ((-0.5 * f + 1) * f - 0.5) * f;
            case 1 -> (1.5 * f - 2.5) * f * f + 1;
            case 2 -> ((-1.5 * f + 2) * f + 0.5) * f;
            default -> (0.5 * f - 0.5) * f * f;
        };
    }
}
