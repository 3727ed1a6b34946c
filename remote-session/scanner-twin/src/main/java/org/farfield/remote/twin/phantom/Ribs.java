package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.ArrayList;
import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/** Ribs with their cartilages, breastbone, collar bones, shoulder blades and the upper arms' bones. */
final class Ribs {
    /**
     * How far each rib sinks from its head to its front end, mm, and the angle from the front at which its bone ends.
     */
    private static final double[] DROP = {34, 50, 62, 70, 76, 80, 84, 84, 78, 66, 46, 30};

    private static final double[] END_DEGREES = {34, 33, 32, 31, 31, 31, 34, 44, 54, 64, 92, 118};

    /** Where each of the first seven cartilages meets the breastbone: z. */
    private static final double[] STERNAL_Z = {96, 66, 42, 18, -4, -22, -36};

    private static final Loft STERNUM_COURSE = new Loft(List.of(
            outline(-70, 0, -101, 5, 3, 3, 2.4),
            outline(-45, 0, -99, 13, 5, 5, 2.4),
            outline(0, 0, -91, 17, 5.5, 5.5, 2.6),
            outline(58, 0, -77, 14, 5.5, 5.5, 2.6),
            outline(64, 0, -75, 16, 5.5, 5.5, 2.6),
            outline(98, 0, -60, 27, 7, 7, 2.6),
            outline(108, 0, -55, 20, 6, 6, 2.6)));

    private Ribs() {}

    static void bones(Sketch sketch) {
        Loft cage = Trunk.cage();
        for (int side : new int[] {-1, 1}) {
            for (int k = 0; k < DROP.length; k++) {
                rib(sketch, cage, side, k);
            }
            shoulder(sketch, side);
        }
        sternum(sketch);
    }

    private static void rib(Sketch sketch, Loft cage, int side, int k) {
        double head = Spine.LEVELS[Spine.FIRST_THORACIC + k] + 7;
        Point spine = Spine.middle(head);
        List<Point> way = new ArrayList<>();
        way.add(at(side * (Spine.halfWidth(head) + 1), spine.y() + 11, head));
        double start = 156;
        int steps = 22;
        for (int s = 0; s <= steps; s++) {
            double f = (double) s / steps;
            double degrees = start + (END_DEGREES[k] - start) * f;
            double z = head - 2 - DROP[k] * (0.25 * f + 0.75 * f * f * (1.6 - 0.6 * f));
            Point p = cage.outline(z).around(degrees, 5, z);
            way.add(at(side * p.x(), p.y(), z));
        }
        double radius = k == 0 ? 4.6 : k > 9 ? 3.2 : 3.9;
        double tall = k == 0 ? 1.0 : 1.7;
        sketch.tube(Tissue.spongy(0.62), radius, radius, tall, way);
        sketch.tube(Tissue.RIB_MARROW, radius - 1.3, radius - 1.3, tall * 1.1, way);
        Point end = way.get(way.size() - 1);
        if (k < STERNAL_Z.length) {
            double z = STERNAL_Z[k];
            Loft.Cut bone = STERNUM_COURSE.outline(z);
            Point middle = end.towards(at(side * bone.left(), bone.y(), z), 0.5);
            Point low = at(middle.x(), middle.y() - 2, Math.min(middle.z(), end.z()) - 2);
            cartilage(sketch, Sketch.smooth(3, end, low, at(side * bone.left(), bone.y(), z)));
        } else if (k < 10) {
            double degrees = END_DEGREES[k] - 24;
            double z = end.z() + 14;
            Point p = cage.outline(z).around(degrees, 4, z);
            cartilage(sketch, Sketch.smooth(3, end, at(side * p.x(), p.y(), z)));
        }
    }

    private static void cartilage(Sketch sketch, List<Point> way) {
        sketch.tube(Tissue.CARTILAGE, 4.3, 4.3, 1.5, way);
    }

    private static void sternum(Sketch sketch) {
        sketch.add(STERNUM_COURSE, Tissue.spongy(0.4));
        sketch.add(
                new Loft(List.of(
                        outline(-45, 0, -99, 11, 3.4, 3.4, 2.4),
                        outline(0, 0, -91, 15, 4, 4, 2.6),
                        outline(58, 0, -77, 12, 4, 4, 2.6),
                        outline(64, 0, -75, 14, 4, 4, 2.6),
                        outline(98, 0, -60, 25, 5.3, 5.3, 2.6),
                        outline(106, 0, -56, 18, 4, 4, 2.6))),
                Tissue.RIB_MARROW);
    }

    private static void shoulder(Sketch sketch, int side) {
        // Collar bone, S-shaped.
        List<Point> clavicle = Sketch.smooth(
                5,
                at(side * 24, -56, 108),
                at(side * 62, -54, 124),
                at(side * 105, -32, 138),
                at(side * 140, -12, 148));
        sketch.tube(Tissue.spongy(0.6), 6, 5.5, 1, clavicle);
        sketch.tube(Tissue.RIB_MARROW, 4, 3.5, 1, clavicle);
        // Shoulder blade: a thin plate with thicker borders, spine and acromion.
        Point blade = at(side * 99, 84, 62);
        Point outwards = at(side * 0.72, -0.66, 0.12);
        sketch.add(Ellipsoid.along(blade, outwards, at(0, 0, 1), 38, 62, 3), Tissue.spongy(0.5));
        sketch.add(Ellipsoid.along(blade, outwards, at(0, 0, 1), 35, 58, 1.6), Tissue.SPONGY_BONE);
        rod(sketch, 4.5, at(side * 122, 60, 10), at(side * 132, 48, 105));
        rod(sketch, 4.5, at(side * 76, 104, 98), at(side * 112, 82, 118));
        rod(sketch, 5.5, at(side * 112, 82, 118), at(side * 142, 34, 148));
        rod(sketch, 5, at(side * 142, 34, 148), at(side * 142, -8, 152));
        rod(sketch, 9, at(side * 128, 44, 118), at(side * 134, 36, 122));
        // Upper arm, raised.
        Point joint = at(side * 150, 22, 134);
        sketch.add(Ellipsoid.sphere(joint, 23), Tissue.spongy(0.45));
        sketch.add(Ellipsoid.sphere(joint, 21.2), Tissue.SPONGY_BONE);
        List<Point> shaft = List.of(joint, at(side * 166, 10, 175), at(side * 182, 0, 230), at(side * 190, -4, 300));
        sketch.tube(Tissue.CORTICAL_BONE, 13, 11, 1, shaft);
        sketch.tube(Tissue.RIB_MARROW, 8.5, 6.5, 1, shaft);
    }

    private static void rod(Sketch sketch, double radius, Point from, Point to) {
        sketch.add(new Capsule(from, to, radius), Tissue.spongy(0.5));
        sketch.add(new Capsule(from, to, radius - 1.6), Tissue.SPONGY_BONE);
    }
}
