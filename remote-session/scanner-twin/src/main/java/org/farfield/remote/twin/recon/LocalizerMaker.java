package org.farfield.remote.twin.recon;

import java.util.Arrays;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.PlaneGrid;
import org.farfield.remote.twin.phantom.PlanePainter;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.NormalNoise;

/**
 * Makes a localizer: the tube stands still above (AP) or beside (lateral) the patient while the table moves, and each
 * row of the picture holds the line integrals through one axial plane. Rows are parallel rays, as if the fan had been
 * rebinned; the edges are lifted as scanners do, so that ribs show through the heart. Used by one thread, which has a
 * crew.
 */
public final class LocalizerMaker {
    /** Width and height of a picture element, mm; the picture is {@link #COLUMNS} wide. */
    public static final double PIXEL_MM = 500.0 / 512;

    public static final int COLUMNS = 512;

    /** As wide as the scan's own grid, in steps of about a picture element. */
    private static final PlaneGrid GRID = new PlaneGrid(520, 1);

    private static final int BLUR = 12;
    private static final double EDGE_LIFT = 0.7;
    private static final double OPEN_BEAM_MAS = 1440;

    private final PlanePainter painter;
    private final Beam beam;
    private final double rowMas;
    private final boolean lateral;
    private final long seed;
    private final Crew crew;

    /** @param rowMas tube current times the time for one row, mAs */
    public LocalizerMaker(Phantom phantom, Beam beam, double rowMas, boolean lateral, long seed, Crew crew) {
        this.painter = new PlanePainter(phantom, beam::attenuationPerMm, GRID);
        this.beam = beam;
        this.rowMas = rowMas;
        this.lateral = lateral;
        this.seed = seed;
        this.crew = crew;
    }

    /**
     * Line integrals with noise of rows [from, to) of a picture whose row 0 lies at {@code topMm} and rows go down in
     * z.
     */
    public void measure(float[] picture, double topMm, int from, int to) {
        crew.share(to - from, (a, b) -> {
            int n = painter.grid().size();
            float[] plane = new float[n * n];
            for (int row = from + a; row < from + b; row++) {
                painter.plane(topMm - row * PIXEL_MM, PIXEL_MM).paint(plane, n, 0, 0, n);
                project(plane, picture, row * COLUMNS);
                count(picture, row);
            }
        });
    }

    private void project(float[] plane, float[] picture, int base) {
        int n = painter.grid().size();
        double[] sums = new double[n];
        for (int y = 0; y < n; y++) {
            double line = 0;
            for (int x = 0; x < n; x++) {
                float mu = plane[y * n + x];
                line += mu;
                if (!lateral) {
                    sums[x] += mu;
                }
            }
            if (lateral) {
                sums[y] = line;
            }
        }
        double pixel = painter.grid().pixelMm();
        for (int column = 0; column < COLUMNS; column++) {
            double u = (column - (COLUMNS - 1) / 2.0) * PIXEL_MM;
            double from = painter.grid().index(u - PIXEL_MM / 2) + 0.5;
            double to = painter.grid().index(u + PIXEL_MM / 2) + 0.5;
            double total = 0;
            for (int k = (int) from; k < to; k++) {
                total += sums[k] * (Math.min(to, k + 1) - Math.max(from, k));
            }
            picture[base + column] = (float) (total * pixel / (to - from));
        }
    }

    private void count(float[] picture, int row) {
        float[] deviates = new float[COLUMNS];
        NormalNoise.add(deviates, 0, COLUMNS, 1, NormalNoise.key(seed, row));
        double open = beam.unattenuatedCounts(rowMas * OPEN_BEAM_MAS, 1);
        for (int column = 0; column < COLUMNS; column++) {
            double mean = open * Math.exp(-picture[row * COLUMNS + column]);
            double counted = Math.max(1, mean + Math.sqrt(mean + 64) * deviates[column]);
            picture[row * COLUMNS + column] = (float) Math.log(open / counted);
        }
    }

    /** Lifts edges: adds a part of what stands out from the neighbourhood of 25 x 25 elements. */
    public static float[] sharpened(float[] picture, int rows) {
        float[] blurred = blurRows(picture, rows, COLUMNS);
        float[] turned = blurRows(transposed(blurred, rows, COLUMNS), COLUMNS, rows);
        float[] smooth = transposed(turned, COLUMNS, rows);
        float[] out = new float[picture.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) (picture[k] + EDGE_LIFT * (picture[k] - smooth[k]));
        }
        return out;
    }

    private static float[] blurRows(float[] picture, int rows, int columns) {
        float[] out = new float[picture.length];
        double[] sums = new double[columns + 1];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            for (int c = 0; c < columns; c++) {
                sums[c + 1] = sums[c] + picture[row * columns + c];
            }
            for (int c = 0; c < columns; c++) {
                int low = Math.max(0, c - BLUR);
                int high = Math.min(columns, c + BLUR + 1);
                out[row * columns + c] = (float) ((sums[high] - sums[low]) / (high - low));
            }
        }
        return out;
    }

    private static float[] transposed(float[] picture, int rows, int columns) {
        float[] out = new float[picture.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                out[column * rows + row] = picture[row * columns + column];
            }
        }
        return out;
    }
}
