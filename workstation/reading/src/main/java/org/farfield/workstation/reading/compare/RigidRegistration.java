package org.farfield.workstation.reading.compare;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Finds how one CT lies in another: the rigid transform with the largest normalised cross-correlation of the two
 * (Penney et al. 1998 compare it with others), on a grid of 8 mm for every place along the body first, then turning
 * too, at last on 4 mm, by a pattern search (Hooke and Jeeves 1961). Values are kept between -1000 and 300 HU, so that
 * contrast medium and metal weigh little. Any thread; takes seconds.
 */
public final class RigidRegistration {
    private static final double LOWEST_HU = -1000;
    private static final double HIGHEST_HU = 300;
    private static final double COARSE_MM = 8;
    private static final double FINE_MM = 4;
    /** Air is left out of the sum, unless the other study has a body there. */
    private static final double BODY_HU = -900;
    /** The least part of the smaller study that must lie in the other one. */
    private static final double LEAST_OVERLAP = 0.25;
    /** Below this the two do not show the same part of a body. */
    private static final double LEAST_LIKENESS = 0.5;

    private static final int PARAMETERS = 6;

    private final CoarseVolume here;
    private final CoarseVolume there;
    private final PatientPoint pivot;
    private final int least;
    private final BooleanSupplier cancelled;

    private RigidRegistration(Volume here, Volume there, double gridMm, BooleanSupplier cancelled) {
        this.here = new CoarseVolume(here, gridMm, LOWEST_HU, HIGHEST_HU);
        this.there = new CoarseVolume(there, gridMm, LOWEST_HU, HIGHEST_HU);
        this.pivot = this.here.center();
        this.least = (int) (LEAST_OVERLAP * Math.min(this.here.countAbove(BODY_HU), this.there.countAbove(BODY_HU)));
        this.cancelled = cancelled;
    }

    /**
     * From {@code here} to {@code there}; empty where the two have too little in common, or when it was cancelled. Both
     * in HU.
     */
    public static Optional<RigidTransform> find(Volume here, Volume there, BooleanSupplier cancelled) {
        RigidRegistration coarse = new RigidRegistration(here, there, COARSE_MM, cancelled);
        double[] best = coarse.refined(coarse.alongTheBody(), COARSE_MM, 4, 1);
        RigidRegistration fine = new RigidRegistration(here, there, FINE_MM, cancelled);
        best = fine.refined(best, 2, 1, 0.25);
        return cancelled.getAsBoolean() || fine.likeness(best) < LEAST_LIKENESS
                ? Optional.empty()
                : Optional.of(fine.transform(best));
    }

    private RigidTransform transform(double[] p) {
        return new RigidTransform(pivot, p[3], p[4], p[5], new PatientVector(p[0], p[1], p[2]));
    }

    /** Middle on middle across the body, every place along it. */
    private double[] alongTheBody() {
        PatientVector middle = there.center().minus(here.center());
        double reach = (here.extent().z() + there.extent().z()) / 2;
        double[] best = {middle.x(), middle.y(), middle.z(), 0, 0, 0};
        double likeness = likeness(best);
        for (double z = -reach; z <= reach && !cancelled.getAsBoolean(); z += COARSE_MM) {
            double[] tried = {middle.x(), middle.y(), middle.z() + z, 0, 0, 0};
            double now = likeness(tried);
            if (now > likeness) {
                likeness = now;
                best = tried;
            }
        }
        return best;
    }

    /** Steps in each parameter while that helps, then half as far, until steps of {@code lastMm}. */
    private double[] refined(double[] from, double firstMm, double firstDegrees, double lastMm) {
        double[] best = from.clone();
        double likeness = likeness(best);
        double mm = firstMm;
        double degrees = firstDegrees;
        while (mm >= lastMm && !cancelled.getAsBoolean()) {
            boolean better = false;
            for (int k = 0; k < PARAMETERS; k++) {
                for (int side = -1; side <= 1; side += 2) {
                    double[] tried = best.clone();
                    tried[k] += side * (k < 3 ? mm : degrees);
                    double now = likeness(tried);
                    if (now > likeness) {
                        likeness = now;
                        best = tried;
                        better = true;
                    }
                }
            }
            if (!better) {
                mm /= 2;
                degrees /= 2;
            }
        }
        return best;
    }

    /** The correlation coefficient over the places that both have and where either has a body; -1 for too few. */
    private double likeness(double[] parameters) {
        RigidTransform transform = transform(parameters);
        // The way from one grid into the other is affine: one step along an axis of the first is the same everywhere.
        VoxelPosition origin = there.place(transform.apply(here.point(0, 0, 0)));
        VoxelPosition x = there.place(transform.apply(here.point(1, 0, 0)));
        VoxelPosition y = there.place(transform.apply(here.point(0, 1, 0)));
        VoxelPosition z = there.place(transform.apply(here.point(0, 0, 1)));
        Sums sums = new Sums();
        for (int k = 0; k < here.sizeZ(); k++) {
            for (int j = 0; j < here.sizeY(); j++) {
                double column = along(origin.column(), y.column(), j, z.column(), k);
                double row = along(origin.row(), y.row(), j, z.row(), k);
                double slice = along(origin.slice(), y.slice(), j, z.slice(), k);
                for (int i = 0; i < here.sizeX(); i++) {
                    sums.add(
                            here.value(i, j, k),
                            there.at(
                                    column + i * (x.column() - origin.column()),
                                    row + i * (x.row() - origin.row()),
                                    slice + i * (x.slice() - origin.slice())));
                }
            }
        }
        return sums.count < least ? -1 : sums.correlation();
    }

    private static double along(double origin, double y, int j, double z, int k) {
        return origin + j * (y - origin) + k * (z - origin);
    }

    private static final class Sums {
        private double a;
        private double b;
        private double aa;
        private double bb;
        private double ab;
        private int count;

        void add(double here, double there) {
            if (Double.isNaN(there) || (here < BODY_HU && there < BODY_HU)) {
                return;
            }
            a += here;
            b += there;
            aa += here * here;
            bb += there * there;
            ab += here * there;
            count++;
        }

        double correlation() {
            double varianceA = aa * count - a * a;
            double varianceB = bb * count - b * b;
            return varianceA <= 0 || varianceB <= 0 ? -1 : (ab * count - a * b) / Math.sqrt(varianceA * varianceB);
        }
    }
}
