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

    private static final int PHASE_BITS = 2;
    private static final int PHASES = 1 << PHASE_BITS;
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
                profile(canvas.rows(), canvas.rowBands(), sin / cos, scratch);
                sample(scratch, cos, sinogram, view);
            } else {
                profile(canvas.columns(), canvas.columnBands(), cos / sin, scratch);
                sample(scratch, sin, sinogram, view);
            }
        }
    }

    private final class Scratch {
        private final int length = 2 * grid.size() + 4 * MARGIN;
        /**
         * The steps of each class, and their running integral in pixels. Double, as the plane is float: the compiler
         * then sees that the sums are not the plane and adds many pixels at once.
         */
        private final double[][] sum = new double[PHASES][length];

        private final double[][] integral = new double[PHASES][length + 1];
        private final int[] shift = new int[grid.size()];
        private final int[] members = new int[grid.size()];
        private final int[] start = new int[GROUP];
        private int first;
        private int used;
    }

    /** Adds up all lines, each moved by its shift, class by class. */
    private void profile(float[] plane, Bands bands, double tangent, Scratch s) {
        int size = grid.size();
        double middle = (size - 1) / 2.0;
        int lowest = size;
        int highest = 0;
        for (int line = 0; line < size; line++) {
            s.shift[line] = (int) Math.floor((line - middle) * tangent * PHASES + 0.5);
            if (!bands.empty(line)) {
                int move = s.shift[line] >> PHASE_BITS;
                lowest = Math.min(lowest, bands.from(line) + move);
                highest = Math.max(highest, bands.to(line) + move);
            }
        }
        // Index 0 of the sums is pixel (lowest - MARGIN) of the profile.
        s.first = Math.min(lowest, highest) - MARGIN;
        s.used = Math.min(s.length, highest + MARGIN - s.first);
        for (int phase = 0; phase < PHASES; phase++) {
            int count = 0;
            for (int line = 0; line < size; line++) {
                if ((s.shift[line] & (PHASES - 1)) == phase && !bands.empty(line)) {
                    s.members[count++] = line;
                }
            }
            double[] sum = s.sum[phase];
            Arrays.fill(sum, 0, s.used, 0);
            for (int m = 0; m < count; m += GROUP) {
                addGroup(plane, bands, s, sum, m, Math.min(GROUP, count - m));
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

    private void addGroup(float[] plane, Bands bands, Scratch s, double[] sum, int m, int size) {
        int stride = grid.size() + 2 * MARGIN;
        int from = Integer.MAX_VALUE;
        int to = Integer.MIN_VALUE;
        int leastMove = Integer.MAX_VALUE;
        int mostMove = Integer.MIN_VALUE;
        for (int g = 0; g < size; g++) {
            int line = s.members[m + g];
            int move = s.shift[line] >> PHASE_BITS;
            from = Math.min(from, bands.from(line) + move);
            to = Math.max(to, bands.to(line) + move);
            leastMove = Math.min(leastMove, move);
            mostMove = Math.max(mostMove, move);
            s.start[g] = line * stride + MARGIN - move;
        }
        int offset = from - s.first;
        int n = to - from;
        if (size == GROUP && mostMove - leastMove < MARGIN) {
            add(sum, offset, plane, s.start, from, n);
        } else {
            for (int g = 0; g < size; g++) {
                int line = s.members[m + g];
                int own = bands.from(line) + (s.shift[line] >> PHASE_BITS);
                add(sum, own - s.first, plane, s.start[g] + own, bands.to(line) - bands.from(line));
            }
        }
    }

    private static void add(double[] sum, int offset, float[] plane, int[] start, int from, int n) {
        int a = start[0] + from;
        int b = start[1] + from;
        int c = start[2] + from;
        int d = start[3] + from;
        for (int k = 0; k < n; k++) {
            sum[offset + k] += (plane[a + k] + plane[b + k]) + (plane[c + k] + plane[d + k]);
        }
    }

    private static void add(double[] sum, int offset, float[] plane, int a, int n) {
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
