package org.farfield.remote.twin.recon;

import java.util.Arrays;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.PlaneGrid;
import org.farfield.remote.twin.phantom.PlanePainter;

/**
 * Makes one axial slice after another of a phantom: projection of the planes that the slice takes part in, quantum
 * noise, filtered back-projection, Hounsfield units. Slices may be made in any order and come out the same; making them
 * in order is faster. Used by one thread, which has a crew.
 */
public final class SliceMaker {
    /** 832 pixels of 0.625 mm: finer than a detector cell, wider than the scan field. */
    public static final PlaneGrid GRID = new PlaneGrid(832, 0.625);

    private final ParallelBeam geometry;
    private final ImageField field;
    private final HelicalSampling sampling;
    private final PlaneCache planes;
    private final QuantumNoise noise;
    private final RampFilter filter;
    private final BackProjector backProjector;
    private final Crew crew;
    private final double waterPerMm;
    private final float[] sinogram;
    private final float[] filtered;
    private final float[] image;

    public SliceMaker(Phantom phantom, Exposure exposure, Kernel kernel, ImageField field, long seed, Crew crew) {
        this.geometry = ParallelBeam.STANDARD;
        this.field = field;
        this.crew = crew;
        this.waterPerMm = exposure.beam().waterPerMm();
        this.sampling = new HelicalSampling(
                exposure.thicknessMm(),
                HelicalSampling.rowWidth(exposure.thicknessMm()),
                exposure.tableMmPerHalfTurn(),
                geometry.views());
        this.planes =
                new PlaneCache(new PlanePainter(phantom, exposure.beam(), GRID), geometry, sampling.rowMm(), crew);
        this.noise = new QuantumNoise(geometry, exposure, seed);
        this.filter = new RampFilter(geometry, kernel);
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
        float[][] sources = planes.planes(sampling.firstPlane(z), sampling.endPlane(z));
        int cells = geometry.cells();
        crew.share(geometry.views(), (from, to) -> {
            float[] deviates = new float[cells];
            for (int view = from; view < to; view++) {
                mix(sources, sampling.weights(z, view), view * cells, cells);
                noise.apply(sinogram, view, z, deviates);
            }
        });
    }

    private void mix(float[][] sources, float[] weights, int base, int cells) {
        Arrays.fill(sinogram, base, base + cells, 0f);
        for (int k = 0; k < weights.length; k++) {
            float weight = weights[k];
            if (weight != 0) {
                float[] source = sources[k];
                for (int cell = base; cell < base + cells; cell++) {
                    sinogram[cell] += weight * source[cell];
                }
            }
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
    }
}
