package org.farfield.remote.twin.recon;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Back-projection of filtered views onto a picture.
 *
 * <p>Along one row of the picture a steep view's offset s grows by {@code pixel cos t} a pixel. The view is therefore
 * resampled once (four-point cubic) at that step, in four tables a quarter step apart; a row then adds a stretch of the
 * table whose phase is nearest, which is a plain vector addition without look-ups, four views at a time. The rounding
 * of at most an eighth of a pixel blurs by less than 3 % at the picture's highest frequency. Flat views do the same
 * with columns, on a transposed picture.
 *
 * <p>Each pixel adds the views in one fixed order, so threads may share rows without changing a bit. The sums are
 * double so that the compiler sees that adding to them cannot change the tables, and adds many pixels at once. One
 * owner at a time.
 */
public final class BackProjector {
    private static final int PHASES = 4;
    private static final int GROUP = 4;

    private final ParallelBeam beam;
    private final ImageField field;
    private final int matrix;
    private final int tableLength;
    private final int[] steep;
    private final int[] flat;
    /** How many pixels along the line a step from line to line moves a view: tan t for rows, cot t for columns. */
    private final double[] slope;

    private final float[] tables;
    private final double[] across;
    private final double[] down;

    public BackProjector(ParallelBeam beam, ImageField field) {
        this.beam = beam;
        this.field = field;
        this.matrix = field.matrix();
        this.tableLength = 2 * matrix + 4;
        this.steep = views(beam, true);
        this.flat = views(beam, false);
        this.slope = IntStream.range(0, beam.views())
                .mapToDouble(v -> beam.steep(v) ? Math.tan(beam.angle(v)) : 1 / Math.tan(beam.angle(v)))
                .toArray();
        this.tables = new float[Math.max(steep.length, flat.length) * PHASES * tableLength];
        this.across = new double[matrix * matrix];
        this.down = new double[matrix * matrix];
    }

    private static int[] views(ParallelBeam beam, boolean steep) {
        return IntStream.range(0, beam.views())
                .filter(v -> beam.steep(v) == steep)
                .toArray();
    }

    /** Back-projects all views; {@code image} gets attenuation in 1/mm, row by row. */
    public void run(float[] filtered, float[] image, Crew crew) {
        half(filtered, steep, across, crew, true);
        half(filtered, flat, down, crew, false);
        double scale = Math.PI / beam.views();
        crew.share(matrix, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < matrix; column++) {
                    image[row * matrix + column] =
                            (float) (scale * (across[row * matrix + column] + down[column * matrix + row]));
                }
            }
        });
    }

    private void half(float[] filtered, int[] views, double[] target, Crew crew, boolean alongX) {
        crew.share(views.length, (from, to) -> {
            for (int k = from; k < to; k++) {
                resample(filtered, views[k], k, alongX);
            }
        });
        crew.share(matrix, (from, to) -> {
            Arrays.fill(target, from * matrix, to * matrix, 0);
            int k = 0;
            for (; k + GROUP <= views.length; k += GROUP) {
                for (int line = from; line < to; line++) {
                    add(
                            target,
                            line * matrix,
                            start(views, k, line),
                            start(views, k + 1, line),
                            start(views, k + 2, line),
                            start(views, k + 3, line));
                }
            }
            for (; k < views.length; k++) {
                for (int line = from; line < to; line++) {
                    add(target, line * matrix, start(views, k, line));
                }
            }
        });
    }

    private void add(double[] target, int offset, int a, int b, int c, int d) {
        for (int k = 0; k < matrix; k++) {
            target[offset + k] += (tables[a + k] + tables[b + k]) + (tables[c + k] + tables[d + k]);
        }
    }

    private void add(double[] target, int offset, int a) {
        for (int k = 0; k < matrix; k++) {
            target[offset + k] += tables[a + k];
        }
    }

    /** Where in {@link #tables} the line's first pixel lies, for the k-th of the views. */
    private int start(int[] views, int k, int line) {
        double move = slope[views[k]];
        double steps = move * (move >= 0 ? line : line - (matrix - 1));
        int quarter = (int) (steps * PHASES + 0.5);
        int phase = quarter & (PHASES - 1);
        return (k * PHASES + phase) * tableLength + (quarter >> 2);
    }

    /**
     * Fills the k-th view's tables: entry m of phase f is the view at the first line's start plus (m + f / PHASES)
     * steps.
     */
    private void resample(float[] filtered, int view, int k, boolean alongX) {
        double cos = Math.cos(beam.angle(view));
        double sin = Math.sin(beam.angle(view));
        int nearest = slope[view] >= 0 ? 0 : matrix - 1;
        double s = alongX ? field.x(0) * cos + field.y(nearest) * sin : field.x(nearest) * cos + field.y(0) * sin;
        double step = field.pixelMm() * (alongX ? cos : sin) / beam.cellMm();
        double first = beam.cell(s);
        int base = view * beam.cells();
        int used = Math.min(tableLength, matrix + (int) Math.ceil(Math.abs(slope[view]) * (matrix - 1)) + 2);
        for (int phase = 0; phase < PHASES; phase++) {
            int at = (k * PHASES + phase) * tableLength;
            double cell = first + step * phase / PHASES;
            for (int m = 0; m < used; m++) {
                tables[at + m] = cubic(filtered, base, cell + step * m);
            }
        }
    }

    /** Catmull-Rom interpolation between cells; zero beyond the detector. */
    private float cubic(float[] view, int base, double cell) {
        int k = (int) cell;
        if (cell < 1 || k + 2 >= beam.cells()) {
            return 0;
        }
        float t = (float) (cell - k);
        float a = view[base + k - 1];
        float b = view[base + k];
        float c = view[base + k + 1];
        float d = view[base + k + 2];
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
