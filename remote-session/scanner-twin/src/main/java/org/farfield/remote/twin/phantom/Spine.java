package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/** The spine from C4 to L4: bodies with cortex and spongy bone, discs, arches with their processes, canal and cord. */
final class Spine {
    /** Middles of the vertebral bodies, from above: z in mm. T1 is the fifth. */
    static final double[] LEVELS = {
        211, 194, 177, 158, 137, 115, 93, 71, 48, 25, 2, -22, -47, -73, -100, -128, -158, -190, -223, -257
    };

    static final int FIRST_THORACIC = 4;

    /** The column's course: y of the bodies' middles against z; bends as kyphosis and lordosis do. */
    private static final Loft COURSE = new Loft(List.of(
            outline(-280, 0, 26, 25, 17, 17, 2.4),
            outline(-158, 0, 36, 23, 16.5, 16.5, 2.4),
            outline(-73, 0, 48, 19, 15.5, 15.5, 2.4),
            outline(2, 0, 55, 16.5, 14.5, 14.5, 2.4),
            outline(71, 0, 50, 15, 13, 13, 2.4),
            outline(137, 0, 34, 15, 10.5, 10.5, 2.4),
            outline(180, 0, 24, 13, 8.5, 8.5, 2.4),
            outline(290, 0, 20, 12, 8, 8, 2.4)));

    private Spine() {}

    /** The middle of the column at z. */
    static Point middle(double z) {
        return at(0, COURSE.outline(z).y(), z);
    }

    /** Half the width of a vertebral body at z. */
    static double halfWidth(double z) {
        return COURSE.outline(z).left();
    }

    static void muscles(Sketch sketch) {
        sketch.add(
                new Loft(List.of(
                        outline(-262, 0, 52, 58, 26, 44, 2.2),
                        outline(-150, 0, 58, 48, 24, 40, 2.2),
                        outline(-60, 0, 70, 38, 24, 34, 2.2),
                        outline(20, 0, 76, 33, 26, 28, 2.2),
                        outline(90, 0, 64, 32, 26, 30, 2.2),
                        outline(150, 0, 46, 36, 24, 34, 2.2),
                        outline(290, 0, 38, 44, 20, 34, 2.2))),
                Tissue.MUSCLE);
        for (int side : new int[] {-1, 1}) {
            // Psoas.
            sketch.tube(
                    Tissue.MUSCLE, 8, 18, at(side * 24, 38, -150), at(side * 32, 38, -200), at(side * 38, 34, -270));
        }
    }

    static void bones(Sketch sketch) {
        sketch.add(discs(), Tissue.DISC);
        for (int k = 0; k < LEVELS.length; k++) {
            double z = LEVELS[k];
            double gap = k + 1 < LEVELS.length ? z - LEVELS[k + 1] : LEVELS[k - 1] - z;
            body(sketch, z, gap * 0.405);
            arch(sketch, z, gap);
        }
        canal(sketch);
    }

    private static Loft discs() {
        return new Loft(List.of(
                column(-270, -1.5),
                column(-158, -1.5),
                column(-73, -1.5),
                column(2, -1.5),
                column(71, -1.5),
                column(137, -1.5),
                column(219, -1.5)));
    }

    private static Loft.Outline column(double z, double wider) {
        Loft.Cut cut = COURSE.outline(z);
        return outline(z, 0, cut.y(), cut.left() + wider, cut.front() + wider, cut.back() + wider, 2.4);
    }

    private static void body(Sketch sketch, double z, double half) {
        sketch.add(
                new Loft(List.of(
                        column(z - half, 0.5),
                        column(z - half * 0.5, -1.2),
                        column(z, -1.6),
                        column(z + half * 0.5, -1.2),
                        column(z + half, 0.5))),
                Tissue.THIN_CORTEX);
        double inner = half - 1.3;
        sketch.add(
                new Loft(List.of(
                        column(z - inner, -1),
                        column(z - inner * 0.5, -2.5),
                        column(z, -2.9),
                        column(z + inner * 0.5, -2.5),
                        column(z + inner, -1))),
                Tissue.SPONGY_BONE);
    }

    private static void arch(Sketch sketch, double z, double gap) {
        Loft.Cut cut = COURSE.outline(z);
        double canal = cut.y() + cut.back() + 8;
        double wide = 0.35 * cut.left() + 7.5;
        for (int side : new int[] {-1, 1}) {
            bone(
                    sketch,
                    4.5,
                    1.4,
                    at(side * (wide + 1), cut.y() + cut.back() - 3, z + gap * 0.12),
                    at(side * (wide + 1.5), canal + 2, z + gap * 0.1));
            bone(
                    sketch,
                    4,
                    2.0,
                    at(side * (wide + 1.5), canal + 2, z + gap * 0.05),
                    at(side * 3, canal + 11, z - gap * 0.15));
            bone(
                    sketch,
                    4.2,
                    1.2,
                    at(side * (wide + 2), canal + 2, z + gap * 0.1),
                    at(side * (2.05 * cut.left()), canal + 10, z + gap * 0.16));
            // Joints between this arch and the next.
            bone(
                    sketch,
                    4.2,
                    1.7,
                    at(side * (wide + 1), canal + 6, z + gap * 0.3),
                    at(side * (wide + 1), canal + 6, z - gap * 0.35));
        }
        bone(sketch, 3.4, 2.2, at(0, canal + 11, z - gap * 0.15), at(0, canal + 30, z - gap * 0.55));
    }

    /** A rod of spongy bone in a cortex. */
    private static void bone(Sketch sketch, double radius, double tall, Point from, Point to) {
        sketch.add(new Capsule(from, to, radius, tall), Tissue.spongy(0.38));
        sketch.add(new Capsule(from, to, radius - 1.5, tall), Tissue.SPONGY_BONE);
    }

    private static void canal(Sketch sketch) {
        sketch.add(tunnel(10, 8), Tissue.FAT);
        sketch.add(tunnel(8.5, 7), Tissue.FLUID);
        sketch.add(tunnel(5, 4), Tissue.CORD);
    }

    private static Loft tunnel(double a, double b) {
        List<Double> heights = List.of(-270.0, -190.0, -73.0, 2.0, 71.0, 137.0, 180.0, 219.0);
        return new Loft(heights.stream()
                .map(z -> {
                    Loft.Cut cut = COURSE.outline(z);
                    return outline(z, 0, cut.y() + cut.back() + 8, a, b, b, 2);
                })
                .toList());
    }
}
