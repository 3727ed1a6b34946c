package org.farfield.rendering.engine;

import java.util.Arrays;
import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/** Where the rays of one picture run through one cut. Each has scratch of its own: one thread. */
abstract sealed class CutRay {

    private static final double EVERYWHERE = 1e12;

    final double[] crossings;

    CutRay(int mostCrossings) {
        crossings = new double[mostCrossings];
    }

    static CutRay of(Cut cut, VolumeRequest request, double stepMm) {
        return switch (cut) {
            case Cut.Wedge wedge -> new InWedge(wedge, request, stepMm);
            case Cut.Scalpel scalpel -> new UnderOutline(scalpel, request, stepMm);
        };
    }

    /** Finds the pieces of a pixel's ray that lie in the cut, nearest first, and says how many there are. */
    abstract int cross(double px, double py);

    int mostPieces() {
        return crossings.length / 2;
    }

    double from(int piece) {
        return crossings[2 * piece];
    }

    double to(int piece) {
        return crossings[2 * piece + 1];
    }

    int whole() {
        crossings[0] = -EVERYWHERE;
        crossings[1] = EVERYWHERE;
        return 1;
    }

    private static final class InWedge extends CutRay {
        private final List<LinearForm> outside;

        InWedge(Cut.Wedge wedge, VolumeRequest request, double stepMm) {
            super(2);
            outside = wedge.inside().stream()
                    .map(half -> RayGeometry.outsideMm(request, stepMm, half))
                    .toList();
        }

        @Override
        int cross(double px, double py) {
            whole();
            for (LinearForm form : outside) {
                double start = form.start(px, py);
                double along = form.along();
                if (along > 0) {
                    crossings[1] = Math.min(crossings[1], -start / along);
                } else if (along < 0) {
                    crossings[0] = Math.max(crossings[0], -start / along);
                } else if (start > 0) {
                    return 0;
                }
            }
            return crossings[0] < crossings[1] ? 1 : 0;
        }
    }

    /** The outline lies in its own picture; a ray of this picture is a straight line there, or a point. */
    private static final class UnderOutline extends CutRay {
        private static final double POINT = 1e-9;

        private final double[] x;
        private final double[] y;
        private final LinearForm across;
        private final LinearForm along;

        UnderOutline(Cut.Scalpel scalpel, VolumeRequest request, double stepMm) {
            super(scalpel.outline().size() + 2);
            x = scalpel.outline().stream().mapToDouble(Cut.Corner::right).toArray();
            y = scalpel.outline().stream().mapToDouble(Cut.Corner::down).toArray();
            ImagePlane seen = scalpel.seen();
            PatientVector n = seen.right().cross(seen.down());
            double area = n.dot(n);
            across = form(seen.down().cross(n).times(1 / area), seen, request, stepMm);
            along = form(n.cross(seen.right()).times(1 / area), seen, request, stepMm);
        }

        private static LinearForm form(PatientVector axis, ImagePlane seen, VolumeRequest request, double stepMm) {
            ImagePlane plane = request.plane();
            PatientPoint first = plane.toPatient(0, 0, request.width(), request.height());
            return new LinearForm(
                    axis.dot(first.minus(seen.center())),
                    axis.dot(plane.right()),
                    axis.dot(plane.down()),
                    axis.dot(plane.normal()) * stepMm);
        }

        @Override
        int cross(double px, double py) {
            double x0 = across.start(px, py);
            double y0 = along.start(px, py);
            double dx = across.along();
            double dy = along.along();
            double length = dx * dx + dy * dy;
            boolean point = length < POINT * POINT;
            double sx = point ? 1 : dx;
            double sy = point ? 0 : dy;
            int found = 0;
            int beyond = 0;
            int p = x.length - 1;
            double before = (x[p] - x0) * sy - (y[p] - y0) * sx;
            for (int q = 0; q < x.length; q++) {
                double now = (x[q] - x0) * sy - (y[q] - y0) * sx;
                if ((before >= 0) != (now >= 0)) {
                    double f = before / (before - now);
                    double cx = x[p] + (x[q] - x[p]) * f - x0;
                    double cy = y[p] + (y[q] - y[p]) * f - y0;
                    beyond += (point && cx > 0) ? 1 : 0;
                    crossings[found++] = (cx * sx + cy * sy) / length;
                }
                before = now;
                p = q;
            }
            if (point) {
                return beyond % 2 == 1 ? whole() : 0;
            }
            Arrays.sort(crossings, 0, found);
            return found / 2;
        }
    }
}
