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
        crew.share(geometry.views(), (from, to) -> {
            float[] coarse = new float[geometry.halved().cells()];
            float[] bone = new float[geometry.cells()];
            float[] deviates = new float[geometry.cells()];
            for (int view = from; view < to; view++) {
                mix(sources, sampling.weights(z, view), view, coarse);
                spread(coarse, bone);
                noise.apply(sinogram, bone, view, z, deviates);
            }
        });
    }

    /** One view of the slice into the sinogram, and its bone as the halved beam sees it. */
    private void mix(PlaneCache.Lines[] sources, float[] weights, int view, float[] bone) {
        int cells = geometry.cells();
        Arrays.fill(sinogram, view * cells, (view + 1) * cells, 0f);
        Arrays.fill(bone, 0f);
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] != 0) {
                add(sources[k].all(), view * cells, weights[k], sinogram, view * cells, cells);
                add(sources[k].bone(), view / 2 * bone.length, weights[k], bone, 0, bone.length);
            }
        }
    }

    /** From cells twice as wide, whose centres lie half a narrow cell from those of the narrow ones. */
    private static void spread(float[] wide, float[] narrow) {
        for (int k = 0; k < wide.length; k++) {
            float before = wide[Math.max(0, k - 1)];
            float after = wide[Math.min(wide.length - 1, k + 1)];
            narrow[2 * k] = 0.75f * wide[k] + 0.25f * before;
            narrow[2 * k + 1] = 0.75f * wide[k] + 0.25f * after;
        }
    }

    private static void add(float[] source, int at, float weight, float[] sum, int from, int count) {
        for (int cell = 0; cell < count; cell++) {
            sum[from + cell] += weight * source[at + cell];
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
