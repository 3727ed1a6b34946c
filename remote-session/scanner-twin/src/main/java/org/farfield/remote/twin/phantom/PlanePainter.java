package org.farfield.remote.twin.phantom;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.farfield.remote.twin.xray.Tissue;

/**
 * Paints axial planes of a phantom as a quantity of its tissues (linear attenuation) on a fine square grid that covers
 * the scan field. Each row is the mean of two lines whose chords are exact in x (the pixels at a chord's ends get the
 * covered part), so that edges are smooth to a quarter of a pixel. Immutable; any thread may paint.
 */
public final class PlanePainter {
    private static final int LINES = 2;
    private static final int FIRST_HU = -1000;
    private static final int HU_STEP = 20;
    private static final int HU_NODES = 206;

    private final Phantom phantom;
    private final float[] perMm;
    private final float[] ofHounsfield;
    private final PlaneGrid grid;

    /** @param quantity what to paint of each tissue, a mm of its length: its attenuation, its bone */
    public PlanePainter(Phantom phantom, ToDoubleFunction<Tissue> quantity, PlaneGrid grid) {
        this.phantom = phantom;
        this.grid = grid;
        this.perMm = new float[phantom.parts().size()];
        Map<Tissue, Double> known = new HashMap<>();
        for (int k = 0; k < perMm.length; k++) {
            Tissue tissue = phantom.parts().get(k).tissue();
            perMm[k] = known.computeIfAbsent(tissue, quantity::applyAsDouble).floatValue();
        }
        this.ofHounsfield = new float[phantom.voxels().isPresent() ? HU_NODES : 0];
        for (int k = 0; k < ofHounsfield.length; k++) {
            ofHounsfield[k] = (float) quantity.applyAsDouble(Voxels.tissue(FIRST_HU + k * HU_STEP));
        }
    }

    public PlaneGrid grid() {
        return grid;
    }

    /**
     * The parts that a layer meets, ready to paint rows of it. A layer is {@code thicknessMm} thick and seen as the
     * mean of two planes, a quarter of it above and below z; one line of each row lies in each.
     */
    public Plane plane(double z, double thicknessMm) {
        return new Plane(new Cut(z - thicknessMm / 4), new Cut(z + thicknessMm / 4));
    }

    /** What a plane meets. */
    private final class Cut {
        private final CrossSection[] sections;
        private final int[] part;
        private final double z;

        private Cut(double z) {
            this.z = z;
            int count = 0;
            CrossSection[] met = new CrossSection[perMm.length];
            int[] index = new int[perMm.length];
            for (int k = 0; k < perMm.length; k++) {
                Shape shape = phantom.parts().get(k).shape();
                if (z >= shape.zMin() && z <= shape.zMax()) {
                    CrossSection section = shape.at(z);
                    if (section != null) {
                        met[count] = section;
                        index[count++] = k;
                    }
                }
            }
            sections = Arrays.copyOf(met, count);
            part = Arrays.copyOf(index, count);
        }

        private void paintVoxels(Voxels voxels, double y, float[] line) {
            voxels.line(grid, y, z, line);
            for (int x = 0; x < line.length; x++) {
                float at = Math.clamp((line[x] - FIRST_HU) / HU_STEP, 0f, HU_NODES - 1.001f);
                int k = (int) at;
                line[x] = ofHounsfield[k] + (at - k) * (ofHounsfield[k + 1] - ofHounsfield[k]);
            }
        }

        private boolean paintLine(double y, float[] line, double[] chord) {
            boolean any = phantom.voxels().isPresent();
            phantom.voxels().ifPresent(voxels -> paintVoxels(voxels, y, line));
            for (int k = 0; k < sections.length; k++) {
                CrossSection section = sections[k];
                if (y > section.yMin() && y < section.yMax() && section.chord(y, chord)) {
                    if (!any) {
                        Arrays.fill(line, 0f);
                        any = true;
                    }
                    double gradient = phantom.parts().get(part[k]).gradientPerMm();
                    fill(line, grid.index(chord[0]) + 0.5, grid.index(chord[1]) + 0.5, (float)
                            (perMm[part[k]] * (1 + gradient * y)));
                }
            }
            return any;
        }
    }

    /** One layer. {@link #paint} writes rows; different threads may paint different rows. */
    public final class Plane {
        private final Cut below;
        private final Cut above;

        private Plane(Cut below, Cut above) {
            this.below = below;
            this.above = above;
        }

        /** Writes rows [from, to) of the grid, each at {@code row * stride + offset} of {@code out}. */
        public void paint(float[] out, int stride, int offset, int from, int to) {
            int n = grid.size();
            float[] line = new float[n];
            double[] chord = new double[2];
            for (int row = from; row < to; row++) {
                int start = row * stride + offset;
                Arrays.fill(out, start, start + n, 0f);
                for (int sub = 0; sub < LINES; sub++) {
                    double y = grid.coordinate(row + (sub + 0.5) / LINES - 0.5);
                    Cut cut = ((row + sub) & 1) == 0 ? below : above;
                    if (cut.paintLine(y, line, chord)) {
                        for (int x = 0; x < n; x++) {
                            out[start + x] += line[x] * (1f / LINES);
                        }
                    }
                }
            }
        }
    }

    /** Covers [low, high] of the line, in pixels whose edges are whole numbers. */
    private static void fill(float[] line, double low, double high, float value) {
        double from = Math.max(low, 0);
        double to = Math.min(high, line.length);
        if (!(to > from)) {
            return;
        }
        int first = (int) from;
        int last = Math.min((int) to, line.length - 1);
        if (first == last) {
            blend(line, first, (float) (to - from), value);
            return;
        }
        blend(line, first, (float) (first + 1 - from), value);
        Arrays.fill(line, first + 1, last, value);
        blend(line, last, (float) (to - last), value);
    }

    private static void blend(float[] line, int x, float part, float value) {
        line[x] += part * (value - line[x]);
    }
}
