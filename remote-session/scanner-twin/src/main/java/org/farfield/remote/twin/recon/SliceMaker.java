package org.farfield.remote.twin.recon;

import java.util.Arrays;
import org.farfield.remote.twin.phantom.Phantom;

/**
 * Makes one axial slice after another of a phantom: projection of the planes that the slice takes part in, quantum
 * noise, filtered back-projection, Hounsfield units, smoothing. Slices may be made in any order and come out the same;
 * making them in order is faster. Used by one thread, which has a crew.
 */
public final class SliceMaker {
    private final ParallelBeam geometry;
    private final ImageField field;
    private final HelicalSampling sampling;
    private final PlaneCache planes;
    private final QuantumNoise noise;
    private final RampFilter filter;
    private final BackProjector backProjector;
    private final Smoothing smoothing;
    private final Crew crew;
    private final double waterPerMm;
    private final float[] sinogram;
    private final float[] bone;
    private final float[] filtered;
    private final float[] image;

    public SliceMaker(Phantom phantom, Exposure exposure, Recipe recipe, ImageField field, long seed, Crew crew) {
        this.geometry = ParallelBeam.STANDARD;
        this.field = field;
        this.crew = crew;
        this.waterPerMm = exposure.beam().waterPerMm();
        this.sampling = new HelicalSampling(
                exposure.thicknessMm(),
                HelicalSampling.rowWidth(exposure.thicknessMm()),
                exposure.tableMmPerHalfTurn(),
                geometry.views());
        this.planes = new PlaneCache(phantom, exposure.beam(), geometry, sampling.rowMm(), crew);
        this.noise = new QuantumNoise(geometry, exposure, seed);
        this.filter = new RampFilter(geometry, recipe.kernel());
        this.smoothing = new Smoothing(field, recipe.strength());
        this.backProjector = new BackProjector(geometry, field);
        this.sinogram = new float[geometry.views() * geometry.cells()];
        this.bone = new float[sinogram.length];
        this.filtered = new float[sinogram.length];
        this.image = new float[field.matrix() * field.matrix()];
    }

    /** The slice at z in HU, row by row; NaN outside the scan field. The array is used again for the next slice. */
    public float[] make(double z) {
        measure(z);
        reconstruct();
        return image;
    }

    /** Projects the slice at z and adds its noise. */
    public void measure(double z) {
        PlaneCache.Lines[] sources = planes.planes(sampling.firstPlane(z), sampling.endPlane(z));
        int cells = geometry.cells();
        crew.share(geometry.views(), (from, to) -> {
            float[] deviates = new float[cells];
            for (int view = from; view < to; view++) {
                mix(sources, sampling.weights(z, view), view * cells, cells);
                noise.apply(sinogram, bone, view, z, deviates);
            }
        });
    }

    private void mix(PlaneCache.Lines[] sources, float[] weights, int base, int cells) {
        Arrays.fill(sinogram, base, base + cells, 0f);
        Arrays.fill(bone, base, base + cells, 0f);
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] != 0) {
                add(sources[k].all(), weights[k], sinogram, base, cells);
                add(sources[k].bone(), weights[k], bone, base, cells);
            }
        }
    }

    private static void add(float[] source, float weight, float[] sum, int base, int cells) {
        for (int cell = base; cell < base + cells; cell++) {
            sum[cell] += weight * source[cell];
        }
    }

    /** Reconstructs what was measured last: this alone is the scanner's own work. */
    public void reconstruct() {
        int pairs = (geometry.views() + 1) / 2;
        crew.share(
                pairs, (from, to) -> filter.filter(sinogram, filtered, 2 * from, Math.min(2 * to, geometry.views())));
        backProjector.run(filtered, image, crew);
        float scale = (float) (1000 / waterPerMm);
        double radius = geometry.fieldMm() / 2 - 2 * geometry.cellMm();
        crew.share(field.matrix(), (from, to) -> {
            for (int row = from; row < to; row++) {
                double y = field.y(row);
                for (int column = 0; column < field.matrix(); column++) {
                    double x = field.x(column);
                    int at = row * field.matrix() + column;
                    image[at] = x * x + y * y < radius * radius ? image[at] * scale - 1000 : Float.NaN;
                }
            }
        });
        smoothing.apply(image, crew);
    }
}
