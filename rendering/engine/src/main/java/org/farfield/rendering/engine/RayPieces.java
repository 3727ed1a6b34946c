package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a ray that are drawn, in steps from the picture's plane, nearest first: where the ray is within all
 * that bounds it, less what was cut out. Exact up to the rounding of doubles, whatever the step. One thread.
 */
final class RayPieces {

    private final LinearForm[] within;
    private final List<CutRay> cuts = new ArrayList<>();
    private double[] from;
    private double[] to;
    private double[] spareFrom;
    private double[] spareTo;
    private int count;

    RayPieces(VolumeRequest request, RayGeometry rays) {
        within = rays.within().toArray(LinearForm[]::new);
        int most = 1;
        for (Cut cut : request.cuts()) {
            CutRay ray = CutRay.of(cut, request, rays.stepMm());
            cuts.add(ray);
            most += ray.mostPieces();
        }
        from = new double[most];
        to = new double[most];
        spareFrom = new double[most];
        spareTo = new double[most];
    }

    /** Finds the pieces of a pixel's ray and says how many there are. */
    int find(double px, double py) {
        double a = Double.NEGATIVE_INFINITY;
        double b = Double.POSITIVE_INFINITY;
        for (LinearForm form : within) {
            double start = form.start(px, py);
            double along = form.along();
            if (along > 0) {
                b = Math.min(b, -start / along);
            } else if (along < 0) {
                a = Math.max(a, -start / along);
            } else if (start > 0) {
                return 0;
            }
        }
        if (!(a < b)) {
            return 0;
        }
        from[0] = a;
        to[0] = b;
        count = 1;
        for (CutRay cut : cuts) {
            take(cut, cut.cross(px, py));
        }
        return count;
    }

    double from(int piece) {
        return from[piece];
    }

    double to(int piece) {
        return to[piece];
    }

    private void take(CutRay cut, int pieces) {
        if (pieces == 0) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double at = from[i];
            for (int j = 0; j < pieces && at < to[i]; j++) {
                if (cut.from(j) > at) {
                    spareFrom[kept] = at;
                    spareTo[kept++] = Math.min(to[i], cut.from(j));
                }
                at = Math.max(at, cut.to(j));
            }
            if (at < to[i]) {
                spareFrom[kept] = at;
                spareTo[kept++] = to[i];
            }
        }
        double[] swap = from;
        from = spareFrom;
        spareFrom = swap;
        swap = to;
        to = spareTo;
        spareTo = swap;
        count = kept;
    }
}
