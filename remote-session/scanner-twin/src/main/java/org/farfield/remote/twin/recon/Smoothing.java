package org.farfield.remote.twin.recon;

/**
 * Takes noise out of a picture and leaves its edges: nonlinear diffusion (Perona and Malik 1990). Each pixel moves,
 * step by step, towards its eight neighbours, each weighed by exp(-(d / k)^2) of the difference d, so that a step of
 * much more than k stays. k is four times the picture's own noise, taken from the median of the differences between
 * neighbours. The time that diffuses is in mm2, so that the same strength does the same at every pixel size. NaN,
 * outside the scan field, stays and gives nothing. One owner at a time.
 */
final class Smoothing {
    private static final double[] TIME_MM2 = {0, 0.04, 0.09, 0.18};
    private static final int MOST_STEPS = 40;
    private static final double LARGEST_STEP = 0.14;
    private static final double EDGE_PER_NOISE = 4;

    private final int matrix;
    private final int steps;
    private final float step;
    private final float[] next;

    Smoothing(ImageField field, int strength) {
        matrix = field.matrix();
        double time = TIME_MM2[strength] / (field.pixelMm() * field.pixelMm());
        steps = Math.min(MOST_STEPS, (int) Math.ceil(time / LARGEST_STEP));
        step = steps == 0 ? 0 : (float) Math.min(LARGEST_STEP, time / steps);
        next = new float[steps == 0 ? 0 : matrix * matrix];
    }

    /** Smooths the picture in place. */
    void apply(float[] image, Crew crew) {
        if (steps == 0) {
            return;
        }
        float edge = (float) (1 / (EDGE_PER_NOISE * noise(image)));
        float[] from = image;
        float[] to = next;
        for (int k = 0; k < steps; k++) {
            float[] before = from;
            float[] after = to;
            crew.share(matrix, (a, b) -> diffuse(before, after, a, b, edge));
            from = after;
            to = before;
        }
        if (steps % 2 == 1) {
            System.arraycopy(from, 0, image, 0, image.length);
        }
    }

    private void diffuse(float[] before, float[] after, int firstRow, int endRow, float edge) {
        for (int row = firstRow; row < endRow; row++) {
            for (int column = 0; column < matrix; column++) {
                int at = row * matrix + column;
                float here = before[at];
                if (row == 0 || row == matrix - 1 || column == 0 || column == matrix - 1) {
                    after[at] = here;
                    continue;
                }
                float straight = pull(before[at - 1] - here, edge)
                        + pull(before[at + 1] - here, edge)
                        + pull(before[at - matrix] - here, edge)
                        + pull(before[at + matrix] - here, edge);
                float diagonal = pull(before[at - matrix - 1] - here, edge)
                        + pull(before[at - matrix + 1] - here, edge)
                        + pull(before[at + matrix - 1] - here, edge)
                        + pull(before[at + matrix + 1] - here, edge);
                after[at] = here + step * (straight + 0.5f * diagonal);
            }
        }
    }

    /** d exp(-(d/k)^2), with the exponential as a rational function that falls off as fast where it matters. */
    private static float pull(float d, float edge) {
        float q = d * edge;
        q *= q;
        float pulled = d / (1 + q + 0.5f * q * q + 0.1667f * q * q * q);
        return Float.isNaN(pulled) ? 0 : pulled;
    }

    /**
     * The noise, from the median difference of pixels two apart in every fourth row (0.954 sigma where they differ
     * freely).
     */
    private double noise(float[] image) {
        int bins = 4000;
        int[] histogram = new int[bins];
        int count = 0;
        for (int row = 2; row < matrix - 2; row += 4) {
            for (int column = 2; column < matrix - 2; column++) {
                int at = row * matrix + column;
                float difference = Math.abs(image[at + 2] - image[at]);
                if (image[at] > -900 && difference > 0) {
                    histogram[Math.min(bins - 1, (int) (difference * 10))]++;
                    count++;
                }
            }
        }
        int below = 0;
        int bin = 0;
        while (bin < bins - 1 && below + histogram[bin] < count / 2) {
            below += histogram[bin++];
        }
        return Math.max(0.5, (bin + 0.5) / 10 / 0.954);
    }
}
