package org.farfield.remote.twin.recon;

import java.util.Arrays;
import org.farfield.remote.twin.phantom.PlaneGrid;

/**
 * Line integrals through a painted plane, for every ray of a parallel beam.
 *
 * <p>A steep view (nearer to y than to x) meets each row of the plane shifted by {@code y tan t} pixels; its profile is
 * the sum of all rows, each moved by its shift, times the length of a ray in one row. The shift is rounded to a quarter
 * pixel, so the rows fall into four classes whose sums are plain vector additions, four rows at a time. A class is a
 * profile of steps one pixel wide, which is integrated exactly over each cell's width. Flat views do the same on the
 * transposed plane. The rounding moves a pixel's mass by at most an eighth of a pixel (0.06 mm), to either side alike.
 *
 * <p>Immutable; any thread may project any views.
 */
public final class PlaneProjector {
    /** Empty pixels that rows of {@link Canvas} carry at both ends, for groups of rows with different shifts. */
    static final int MARGIN = 32;

    private static final int PHASES = 4;
    private static final int GROUP = 4;

    private final ParallelBeam beam;
    private final PlaneGrid grid;

    public PlaneProjector(ParallelBeam beam, PlaneGrid grid) {
        this.beam = beam;
        this.grid = grid;
    }

    /** Projects views [from, to) of the plane; values are plain line integrals (no unit) when the plane is in 1/mm. */
    public void project(Canvas canvas, float[] sinogram, int from, int to) {
        Scratch scratch = new Scratch();
        for (int view = from; view < to; view++) {
            boolean steep = beam.steep(view);
            double cos = Math.cos(beam.angle(view));
            double sin = Math.sin(beam.angle(view));
            if (steep) {
                profile(canvas.rows(), canvas.rowBand(), canvas.columnBand(), sin / cos, scratch);
                sample(scratch, cos, sinogram, view);
            } else {
                profile(canvas.columns(), canvas.columnBand(), canvas.rowBand(), cos / sin, scratch);
                sample(scratch, sin, sinogram, view);
            }
        }
    }

    /** A part of a row or column index range, [from, to). */
    record Band(int from, int to) {}

    private final class Scratch {
        private final int length = 2 * grid.size() + 4 * MARGIN;
        /** The steps of each class, and their running integral in pixels. */
        private final float[][] sum = new float[PHASES][length];

        private final double[][] integral = new double[PHASES][length + 1];
        private final int[] shift = new int[grid.size()];
        private final int[] members = new int[grid.size()];
        private final int[] start = new int[GROUP];
        private int first;
        private int used;
    }

    /** Adds up all lines of the band, each moved by its shift, class by class. */
    private void profile(float[] plane, Band lines, Band extent, double tangent, Scratch s) {
        int stride = grid.size() + 2 * MARGIN;
        double middle = (grid.size() - 1) / 2.0;
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int line = lines.from(); line < lines.to(); line++) {
            s.shift[line] = (int) Math.floor((line - middle) * tangent * PHASES + 0.5);
            lowest = Math.min(lowest, Math.floorDiv(s.shift[line], PHASES));
            highest = Math.max(highest, Math.floorDiv(s.shift[line], PHASES));
        }
        if (lines.from() >= lines.to()) {
            lowest = 0;
            highest = 0;
        }
        // Index 0 of the sums is pixel (extent.from + lowest - MARGIN) of the profile.
        s.first = extent.from() + lowest - MARGIN;
        s.used = Math.min(s.length, extent.to() + highest + MARGIN - s.first);
        for (int phase = 0; phase < PHASES; phase++) {
            int count = 0;
            for (int line = lines.from(); line < lines.to(); line++) {
                if ((s.shift[line] & (PHASES - 1)) == phase) {
                    s.members[count++] = line;
                }
            }
            float[] sum = s.sum[phase];
            Arrays.fill(sum, 0, s.used, 0f);
            for (int m = 0; m < count; m += GROUP) {
                addGroup(plane, stride, extent, s, sum, m, Math.min(GROUP, count - m));
            }
            double[] integral = s.integral[phase];
            double total = 0;
            for (int k = 0; k < s.used; k++) {
                integral[k] = total;
                total += sum[k];
            }
            integral[s.used] = total;
        }
    }

    private static void addGroup(float[] plane, int stride, Band extent, Scratch s, float[] sum, int m, int size) {
        int[] start = s.start;
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int g = 0; g < size; g++) {
            int move = Math.floorDiv(s.shift[s.members[m + g]], PHASES);
            low = Math.min(low, move);
            high = Math.max(high, move);
            start[g] = s.members[m + g] * stride + MARGIN - move;
        }
        int from = extent.from() + low;
        int to = extent.to() + high;
        int offset = from - s.first;
        int n = to - from;
        if (size == GROUP) {
            add(sum, offset, plane, start[0] + from, start[1] + from, start[2] + from, start[3] + from, n);
        } else {
            for (int g = 0; g < size; g++) {
                add(sum, offset, plane, start[g] + from, n);
            }
        }
    }

    private static void add(float[] sum, int offset, float[] plane, int a, int b, int c, int d, int n) {
        for (int k = 0; k < n; k++) {
            sum[offset + k] += (plane[a + k] + plane[b + k]) + (plane[c + k] + plane[d + k]);
        }
    }

    private static void add(float[] sum, int offset, float[] plane, int a, int n) {
        for (int k = 0; k < n; k++) {
            sum[offset + k] += plane[a + k];
        }
    }

    /** Averages the profile over each detector cell. {@code slope} is cos t (steep) or sin t (flat), signed. */
    private void sample(Scratch s, double slope, float[] sinogram, int view) {
        double perPixel = 1 / (slope * grid.pixelMm());
        double middle = (grid.size() - 1) / 2.0;
        // Cells touch each other: one cell's far edge is the next one's near edge.
        float scale = (float) (grid.pixelMm() * grid.pixelMm() / beam.cellMm()) * Math.signum((float) slope);
        double step = beam.cellMm() * perPixel;
        // A pixel's left edge is half a pixel before its index.
        double edge = beam.offset(-0.5) * perPixel + middle - s.first + 0.5;
        int base = view * beam.cells();
        double before = integral(s, edge);
        for (int cell = 0; cell < beam.cells(); cell++) {
            double after = integral(s, edge + (cell + 1) * step);
            sinogram[base + cell] = (float) (after - before) * scale;
            before = after;
        }
    }

    private static double integral(Scratch s, double at) {
        double total = 0;
        for (int phase = 0; phase < PHASES; phase++) {
            double q = at - phase * (1.0 / PHASES);
            if (q >= s.used) {
                total += s.integral[phase][s.used];
            } else if (q > 0) {
                int k = (int) q;
                total += s.integral[phase][k] + (q - k) * s.sum[phase][k];
            }
        }
        return total;
    }
}
