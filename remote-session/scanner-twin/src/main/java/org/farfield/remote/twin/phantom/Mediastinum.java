package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;

import java.util.List;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.farfield.remote.twin.xray.Tissue;

/** Fat, heart, great vessels, gullet and thyroid between the lungs. */
final class Mediastinum {
    private static final Point HEART_AXIS = at(0.74, -0.48, -0.47);

    private Mediastinum() {}

    static void fat(Sketch sketch) {
        sketch.add(
                new Loft(List.of(
                        new Outline(-110, 4, -20, 24, 30, 40, 50, 2),
                        new Outline(-80, 4, -10, 38, 46, 76, 56, 2),
                        new Outline(-30, 4, -8, 38, 44, 76, 56, 2),
                        new Outline(15, 2, -2, 34, 36, 73, 54, 1.9),
                        new Outline(45, 2, 0, 33, 36, 64, 48, 1.9),
                        new Outline(78, 4, 4, 30, 34, 56, 44, 2),
                        new Outline(105, 0, 0, 31, 31, 42, 40, 2.2),
                        new Outline(130, 0, 4, 34, 34, 30, 32, 2.2),
                        new Outline(150, 0, 6, 38, 38, 30, 26, 2.2),
                        new Outline(175, 0, 2, 38, 38, 28, 20, 2.2),
                        new Outline(285, 0, 0, 36, 36, 26, 18, 2.2))),
                Tissue.FAT);
    }

    static void heart(Sketch sketch) {
        sketch.add(Ellipsoid.along(at(26, -30, -34), HEART_AXIS, at(0, 0, 1), 73, 52, 54), Tissue.FAT);
        sketch.add(Ellipsoid.along(at(52, -62, -70), at(1, 0.3, 0), at(0, 0, 1), 34, 20, 20), Tissue.FAT);
        sketch.add(Ellipsoid.of(at(-42, -56, -66), 18, 24, 18), Tissue.FAT);
        // Left ventricle, right ventricle, atria; the chambers hold blood.
        sketch.add(Ellipsoid.along(at(48, -34, -44), HEART_AXIS, at(0, 0, 1), 47, 32, 33), Tissue.MYOCARDIUM);
        sketch.add(Ellipsoid.along(at(20, -58, -40), at(0.8, -0.1, -0.58), at(0, 0, 1), 46, 30, 20), Tissue.MYOCARDIUM);
        sketch.add(Ellipsoid.along(at(20, -58, -40), at(0.8, -0.1, -0.58), at(0, 0, 1), 42, 26, 16), Tissue.BLOOD);
        sketch.add(Ellipsoid.along(at(45, -32, -42), HEART_AXIS, at(0, 0, 1), 36, 20, 21), Tissue.BLOOD);
        sketch.add(Ellipsoid.of(at(-28, -30, -30), 26, 29, 36), Tissue.BLOOD);
        sketch.add(Ellipsoid.of(at(4, 6, -6), 34, 20, 25), Tissue.BLOOD);
        // Fat in the grooves, with the coronary arteries and a little calcium.
        Point[] groove = {at(22, -62, 4), at(38, -72, -20), at(56, -74, -48), at(70, -66, -70)};
        sketch.tube(Tissue.FAT, 5, 4, 1, Sketch.smooth(3, groove));
        sketch.tube(Tissue.BLOOD, 1.7, 1.3, 1, Sketch.smooth(3, groove));
        sketch.add(
                Ellipsoid.along(at(36, -71, -16), at(1, -0.6, -1.5), at(0, 0, 1), 4, 1.2, 1.2), Tissue.CALCIFICATION);
        Point[] right = {at(-6, -46, -2), at(-26, -56, -18), at(-26, -54, -48), at(-6, -40, -68)};
        sketch.tube(Tissue.FAT, 5.5, 5, 1, Sketch.smooth(3, right));
        sketch.tube(Tissue.BLOOD, 1.7, 1.4, 1, Sketch.smooth(3, right));
    }

    static void vessels(Sketch sketch) {
        Tissue b = Tissue.BLOOD;
        // Pulmonary trunk and main arteries.
        sketch.tube(b, 14, 14, 1, Sketch.smooth(3, at(16, -54, -8), at(22, -44, 14), at(20, -26, 34), at(14, -8, 40)));
        sketch.tube(b, 11, 9, 1, Sketch.smooth(4, at(16, -16, 38), at(-14, 0, 34), at(-44, 6, 28)));
        sketch.tube(b, 11.5, 9, 1, Sketch.smooth(4, at(18, -14, 40), at(34, 8, 44), at(50, 20, 34)));
        // Pulmonary veins.
        for (int side : new int[] {-1, 1}) {
            sketch.tube(b, 7, 6, at(side * 24, 4, 2), at(side * 50, -2, 12));
            sketch.tube(b, 7, 6, at(side * 26, 10, -14), at(side * 50, 22, -24));
        }
        // Aorta: root, ascending, arch, descending to the abdomen.
        sketch.add(Ellipsoid.sphere(at(4, -24, 2), 17), b);
        List<Point> ascending = Sketch.smooth(4, at(4, -24, 2), at(-8, -34, 30), at(-8, -32, 58), at(0, -20, 76));
        sketch.tube(b, 16, 15, 1, ascending);
        List<Point> arch = Sketch.smooth(4, at(0, -20, 76), at(9, -2, 82), at(19, 16, 80), at(25, 32, 66));
        sketch.tube(b, 14.5, 12.5, 1, arch);
        sketch.tube(
                b,
                12.5,
                10,
                1,
                Sketch.smooth(
                        4,
                        at(25, 32, 66),
                        at(25, 38, 40),
                        at(24, 42, 0),
                        at(18, 38, -55),
                        at(7, 26, -110),
                        at(4, 14, -180),
                        at(4, 4, -275)));
        sketch.add(Ellipsoid.along(at(22, 28, 76), at(0.3, 1, -0.6), at(1, 0, 0), 5, 1.2, 3), Tissue.CALCIFICATION);
        sketch.add(Ellipsoid.along(at(35, 44, 4), at(0, 0.6, 1), at(0, 1, 0), 6, 2.5, 1), Tissue.CALCIFICATION);
        // Branches of the arch.
        sketch.tube(b, 6.5, 5.5, 1, Sketch.smooth(3, at(0, -14, 84), at(-10, -8, 108), at(-22, -4, 128)));
        sketch.tube(b, 4, 3.6, 1, Sketch.smooth(3, at(-22, -4, 128), at(-24, 2, 165), at(-25, 4, 290)));
        sketch.tube(b, 4, 3.6, 1, Sketch.smooth(3, at(9, -2, 86), at(14, -2, 116), at(22, 2, 165), at(25, 4, 290)));
        sketch.tube(b, 5, 4.5, 1, Sketch.smooth(3, at(18, 12, 86), at(25, 12, 118), at(48, 0, 142), at(98, -14, 130)));
        sketch.tube(b, 5, 4.5, 1, Sketch.smooth(3, at(-22, -4, 128), at(-48, -2, 142), at(-98, -14, 130)));
        // Veins.
        sketch.tube(b, 9.5, 10, 1, Sketch.smooth(3, at(-24, -24, 100), at(-26, -20, 60), at(-26, -18, 4)));
        sketch.tube(b, 7, 7.5, 1, Sketch.smooth(3, at(-46, -22, 124), at(-36, -24, 114), at(-24, -24, 100)));
        sketch.tube(b, 6.5, 7, 1, Sketch.smooth(3, at(48, -26, 124), at(20, -34, 104), at(-22, -26, 98)));
        for (int side : new int[] {-1, 1}) {
            sketch.tube(
                    b,
                    6,
                    6.5,
                    1,
                    Sketch.smooth(3, at(side * 34, 2, 290), at(side * 34, -4, 180), at(side * 46, -22, 124)));
            sketch.tube(b, 5.5, 6, 1, Sketch.smooth(3, at(side * 98, -22, 128), at(side * 46, -24, 124)));
        }
        sketch.tube(
                b,
                12,
                11,
                1,
                Sketch.smooth(3, at(-24, -14, -40), at(-24, 2, -72), at(-20, 10, -130), at(-16, 4, -275)));
        sketch.tube(
                b,
                4,
                4,
                1,
                Sketch.smooth(3, at(-5, 28, -130), at(-7, 36, -40), at(-8, 36, 40), at(-14, 24, 62), at(-24, -6, 62)));
        // Gullet, with a little air, and thyroid.
        List<Point> gullet = Sketch.smooth(
                3, at(2, 14, 175), at(4, 20, 120), at(7, 25, 60), at(8, 32, 0), at(16, 22, -70), at(34, 6, -96));
        sketch.tube(Tissue.MUSCLE, 7, 8.5, 1, gullet);
        sketch.tube(Tissue.AIR, 1.8, 2.6, 1, gullet.subList(3, 9));
        sketch.add(Ellipsoid.of(at(-17, -8, 168), 8, 9, 22), Tissue.THYROID);
        sketch.add(Ellipsoid.of(at(17, -8, 168), 8, 9, 21), Tissue.THYROID);
        sketch.add(Ellipsoid.of(at(0, -17, 160), 14, 4, 6), Tissue.THYROID);
        // Lymph nodes in the fat.
        sketch.add(Ellipsoid.of(at(-14, -2, 62), 4, 3, 5), Tissue.MUSCLE);
        sketch.add(Ellipsoid.of(at(28, -4, 58), 4, 3, 4), Tissue.MUSCLE);
        sketch.add(Ellipsoid.of(at(2, 16, 30), 6, 4, 5), Tissue.MUSCLE);
    }
}
