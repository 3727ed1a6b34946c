package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/**
 * An adult abdomen and upper pelvis on the table, z from -210 (hip joints) to 170 mm (domes of the diaphragm), the
 * navel's level at 0: body wall with its muscles, liver with two cysts and a metastasis, gall bladder with a stone,
 * stomach, pancreas, spleen, adrenals, kidneys with a stone in the right one, aorta with calcium and its branches,
 * caval vein, bowel with gas and fluid levels, bladder, spine L1 to L5, sacrum and iliac wings. Not a real person:
 * every figure was drawn for this program.
 */
public final class Belly {
    /** The stone in the right kidney: middle, mm; 6 mm wide. */
    public static final Point STONE = at(-62, 38, 34);

    private Belly() {}

    public static Phantom adult() {
        Sketch sketch = new Sketch();
        Trunk.table(sketch);
        wall(sketch);
        sketch.add(cavity(0), Tissue.MUSCLE);
        sketch.add(cavity(-4), Tissue.FAT);
        lungBases(sketch);
        spineAndPelvis(sketch);
        liver(sketch);
        stomachAndSpleen(sketch);
        kidneys(sketch);
        vessels(sketch);
        bowel(sketch);
        return new Phantom("adult abdomen", sketch.parts(), List.of());
    }

    private static void wall(Sketch sketch) {
        List<Loft.Outline> skin = List.of(
                outline(-215, 0, 5, 178, 92, 112, 2.6),
                outline(-140, 0, 2, 176, 100, 114, 2.6),
                outline(-40, 0, 0, 160, 112, 116, 2.5),
                outline(40, 0, 0, 156, 112, 116, 2.5),
                outline(120, 0, 0, 164, 112, 117, 2.5),
                outline(175, 0, 0, 170, 112, 117, 2.45));
        sketch.add(new Loft(skin), Tissue.SKIN);
        sketch.add(new Loft(skin.stream().map(o -> o.grown(-2)).toList()), Tissue.FAT);
        sketch.add(new Loft(skin.stream().map(o -> o.grown(-20)).toList()), Tissue.MUSCLE);
        for (int side : new int[] {-1, 1}) {
            // The three layers of the flank, and the straight muscle in front.
            sketch.add(Ellipsoid.of(at(side * 126, -6, -10), 2, 44, 90), Tissue.FAT);
            sketch.add(Ellipsoid.of(at(side * 133, -6, -10), 1.5, 44, 90), Tissue.FAT);
            sketch.tube(Tissue.MUSCLE, 24, 30, at(side * 40, 78, -190), at(side * 40, 76, 160));
            sketch.add(Ellipsoid.of(at(side * 66, 98, -190), 60, 26, 60), Tissue.MUSCLE);
        }
        sketch.add(new Box(at(-2, -100, -200), at(2, -88, 130)), Tissue.FAT);
        sketch.add(Ellipsoid.of(at(0, -112, 0), 7, 12, 7), Tissue.SKIN);
    }

    private static Loft cavity(double grown) {
        return new Loft(List.of(
                outline(-215, 0, -8, 96, 62, 70, 2.3).grown(grown),
                outline(-140, 0, -10, 118, 76, 70, 2.4).grown(grown),
                outline(-40, 0, -6, 120, 84, 72, 2.4).grown(grown),
                outline(60, 0, -6, 122, 84, 78, 2.4).grown(grown),
                outline(130, 0, -4, 132, 90, 86, 2.4).grown(grown),
                outline(176, 0, -2, 134, 92, 90, 2.4).grown(grown)));
    }

    private static void lungBases(Sketch sketch) {
        for (int side : new int[] {-1, 1}) {
            sketch.add(Ellipsoid.of(at(side * 84, 44, 176), 46, 44, 60), Tissue.LUNG, 0.0016);
        }
        for (int side : new int[] {-1, 1}) {
            for (int k = 0; k < 3; k++) {
                double z = 150 - 26 * k;
                sketch.tube(
                        Tissue.THIN_CORTEX,
                        5,
                        5,
                        1.4,
                        Sketch.smooth(
                                4,
                                at(side * 30, 86, z + 20),
                                at(side * 112, 56, z),
                                at(side * 138, -10, z - 26),
                                at(side * 112, -66, z - 30)));
            }
        }
    }

    private static void liver(Sketch sketch) {
        sketch.add(Ellipsoid.along(at(-62, -8, 92), at(0.2, 0.1, -1), at(1, 0, 0), 92, 64, 76), Tissue.LIVER);
        sketch.add(Ellipsoid.along(at(4, -46, 112), at(1, 0, -0.1), at(0, 1, 0), 70, 34, 34), Tissue.LIVER);
        Tissue blood = Tissue.BLOOD;
        sketch.tube(blood, 5, 3, 1, Sketch.smooth(3, at(-20, 16, 150), at(-50, 10, 132), at(-86, 10, 112)));
        sketch.tube(blood, 4.5, 2.5, 1, Sketch.smooth(3, at(-20, 12, 150), at(-40, -24, 132), at(-56, -50, 112)));
        sketch.tube(blood, 7, 6, 1, Sketch.smooth(3, at(-4, -2, 44), at(-24, -6, 72), at(-52, -6, 92)));
        sketch.tube(blood, 4.5, 3, 1, Sketch.smooth(3, at(-52, -6, 92), at(-80, -20, 92), at(-100, -20, 84)));
        sketch.add(Ellipsoid.sphere(at(-92, 18, 116), 9), Tissue.FLUID);
        sketch.add(Ellipsoid.sphere(at(-50, -58, 96), 5), Tissue.FLUID);
        sketch.add(Ellipsoid.of(at(-100, -14, 60), 12, 12, 12), Tissue.ofMuscle(1.048));
        sketch.add(Ellipsoid.along(at(-54, -56, 52), at(0.3, -0.4, -1), at(1, 0, 0), 34, 16, 16), Tissue.MUSCLE);
        sketch.add(Ellipsoid.along(at(-54, -56, 52), at(0.3, -0.4, -1), at(1, 0, 0), 32, 14, 14), Tissue.FLUID);
        sketch.add(Ellipsoid.sphere(at(-50, -50, 34), 5), Tissue.spongy(0.2));
    }

    private static void stomachAndSpleen(Sketch sketch) {
        Ellipsoid stomach = Ellipsoid.along(at(52, -30, 104), at(-0.3, -0.3, -1), at(1, 0, 0), 62, 40, 42);
        Ellipsoid lumen = Ellipsoid.along(at(52, -30, 104), at(-0.3, -0.3, -1), at(1, 0, 0), 58, 36, 38);
        sketch.add(stomach, Tissue.MUSCLE);
        sketch.add(lumen, Tissue.ofMuscle(1.01));
        sketch.add(new Clipped(lumen, -120, -48), Tissue.AIR);
        sketch.add(Ellipsoid.along(at(100, 38, 98), at(0.1, -0.3, -1), at(0.6, 1, 0), 54, 40, 22), Tissue.SPLEEN);
        sketch.tube(
                Tissue.PANCREAS,
                13,
                8,
                1,
                Sketch.smooth(4, at(-28, -10, 34), at(-8, -16, 50), at(26, -2, 62), at(66, 26, 80)));
        sketch.tube(Tissue.BLOOD, 4.5, 4, 1, Sketch.smooth(3, at(0, -6, 50), at(34, 12, 66), at(84, 34, 86)));
        for (int side : new int[] {-1, 1}) {
            sketch.tube(Tissue.MUSCLE, 2.5, 2, at(side * 28, 36, 84), at(side * 40, 44, 72));
        }
    }

    private static void kidneys(Sketch sketch) {
        for (int side : new int[] {-1, 1}) {
            double z = side < 0 ? 24 : 38;
            Point middle = at(side * 64, 38, z);
            Point axis = at(side * -0.25, -0.1, 1);
            sketch.add(Ellipsoid.along(middle, axis, at(1, 0, 0), 56, 28, 25), Tissue.KIDNEY);
            sketch.add(Ellipsoid.along(middle.plus(at(side * -10, -4, 0)), axis, at(1, 0, 0), 28, 13, 10), Tissue.FAT);
            sketch.add(Ellipsoid.along(middle.plus(at(side * -9, -4, 0)), axis, at(1, 0, 0), 14, 6, 6), Tissue.FLUID);
            sketch.tube(
                    Tissue.FLUID,
                    2.5,
                    2,
                    1,
                    Sketch.smooth(
                            4,
                            middle.plus(at(side * -16, -4, -6)),
                            at(side * 34, 30, -60),
                            at(side * 40, 20, -130),
                            at(side * 22, 10, -190)));
        }
        sketch.add(Ellipsoid.sphere(STONE, 3), Tissue.spongy(0.6));
        sketch.add(Ellipsoid.sphere(at(84, 46, 10), 12), Tissue.FLUID);
    }

    private static void vessels(Sketch sketch) {
        Tissue blood = Tissue.BLOOD;
        sketch.tube(blood, 11, 9, 1, Sketch.smooth(4, at(4, 26, 176), at(4, 16, 90), at(6, 12, 0), at(4, 14, -52)));
        sketch.tube(
                blood,
                11,
                11,
                1,
                Sketch.smooth(4, at(-20, 12, 176), at(-22, 14, 90), at(-20, 18, 0), at(-14, 22, -60)));
        for (int side : new int[] {-1, 1}) {
            sketch.tube(
                    blood,
                    6.5,
                    5,
                    1,
                    Sketch.smooth(4, at(4, 14, -50), at(side * 30, 18, -110), at(side * 66, -20, -205)));
            sketch.tube(
                    blood,
                    7.5,
                    6,
                    1,
                    Sketch.smooth(4, at(-14, 22, -60), at(side * 32, 26, -116), at(side * 60, -10, -205)));
            sketch.tube(blood, 3.5, 3, at(5, 14, 44), at(side * 46, 32, 34));
            sketch.tube(blood, 5, 4.5, at(-20, 14, 46), at(side * 46, 30, 38));
        }
        sketch.tube(blood, 4, 3, 1, Sketch.smooth(3, at(5, 8, 66), at(4, -18, 60), at(4, -28, -10), at(-20, -36, -70)));
        sketch.tube(blood, 5, 4, 1, Sketch.smooth(3, at(-2, -8, 48), at(-8, -26, 20), at(-16, -38, -60)));
        sketch.add(Ellipsoid.along(at(14, 14, -20), at(0, 0.3, 1), at(0, 1, 0), 9, 4, 1.2), Tissue.CALCIFICATION);
        sketch.add(Ellipsoid.along(at(-3, 10, -34), at(0, 0.2, 1), at(0, 1, 0), 6, 3, 1.2), Tissue.CALCIFICATION);
    }

    private static void bowel(Sketch sketch) {
        List<Point> colon = Sketch.smooth(
                5,
                at(-92, 10, -130),
                at(-100, 14, -60),
                at(-98, 4, 10),
                at(-60, -60, -4),
                at(0, -70, -16),
                at(60, -62, 10),
                at(100, 6, 34),
                at(104, 20, -50),
                at(88, 6, -130),
                at(30, 8, -170),
                at(0, 40, -205));
        sketch.tube(Tissue.MUSCLE, 24, 17, 1, colon);
        sketch.tube(Tissue.ofMuscle(0.8), 21, 14, 1, colon);
        for (int k = 4; k + 1 < colon.size(); k += 3) {
            Point p = colon.get(k);
            sketch.add(new Clipped(Ellipsoid.sphere(p, 15), -200, p.y() - 4), Tissue.AIR);
        }
        for (int k = 0; k < 12; k++) {
            double angle = k * 2.4;
            Point p = at(46 * Math.cos(angle) * (0.5 + 0.05 * k), -44 + 18 * Math.sin(angle), -40 - 9 * k);
            Ellipsoid wall = Ellipsoid.along(p, at(Math.cos(angle), Math.sin(angle), 0.4), at(0, 0, 1), 26, 12, 12);
            sketch.add(wall, Tissue.MUSCLE);
            sketch.add(
                    Ellipsoid.along(p, at(Math.cos(angle), Math.sin(angle), 0.4), at(0, 0, 1), 23, 9.5, 9.5),
                    Tissue.ofMuscle(1.02));
        }
        sketch.add(Ellipsoid.of(at(0, -14, -196), 44, 34, 32), Tissue.MUSCLE);
        sketch.add(Ellipsoid.of(at(0, -14, -196), 41, 31, 29), Tissue.FLUID);
    }

    private static void spineAndPelvis(Sketch sketch) {
        for (int side : new int[] {-1, 1}) {
            sketch.tube(
                    Tissue.MUSCLE,
                    10,
                    22,
                    1,
                    Sketch.smooth(
                            4,
                            at(side * 26, 40, 90),
                            at(side * 36, 38, 0),
                            at(side * 60, 14, -110),
                            at(side * 84, -30, -205)));
        }
        for (int k = 0; k < 6; k++) {
            double z = 118 - 36 * k;
            double y = 46 - 8 * Math.sin(Math.PI * k / 6.0);
            sketch.add(Loft.cylinder(0, y, 22, z - 20, z + 20), Tissue.DISC);
            sketch.add(Loft.cylinder(0, y, 24, z - 14, z + 14), Tissue.THIN_CORTEX);
            sketch.add(Loft.cylinder(0, y, 22.5, z - 12.7, z + 12.7), Tissue.SPONGY_BONE);
            sketch.add(Ellipsoid.of(at(0, y + 40, z - 6), 40, 7, 7), Tissue.spongy(0.35));
            sketch.add(Ellipsoid.of(at(0, y + 52, z - 8), 4, 22, 11), Tissue.spongy(0.35));
            sketch.add(Loft.cylinder(0, y + 32, 10, z - 20, z + 20), Tissue.FAT);
            sketch.add(Loft.cylinder(0, y + 32, 8, z - 20, z + 20), Tissue.FLUID);
        }
        sketch.add(Ellipsoid.along(at(0, 70, -140), at(0, 0.5, -1), at(1, 0, 0), 62, 48, 20), Tissue.THIN_CORTEX);
        sketch.add(Ellipsoid.along(at(0, 70, -140), at(0, 0.5, -1), at(1, 0, 0), 60, 46, 18), Tissue.SPONGY_BONE);
        for (int side : new int[] {-1, 1}) {
            Point wing = at(side * 92, 34, -136);
            sketch.add(Ellipsoid.along(wing, at(side * 0.5, -0.8, 0.1), at(0, 0, 1), 74, 66, 8), Tissue.THIN_CORTEX);
            sketch.add(Ellipsoid.along(wing, at(side * 0.5, -0.8, 0.1), at(0, 0, 1), 71, 63, 5.5), Tissue.SPONGY_BONE);
            sketch.add(Ellipsoid.sphere(at(side * 92, -4, -208), 26), Tissue.THIN_CORTEX);
            sketch.add(Ellipsoid.sphere(at(side * 92, -4, -208), 24), Tissue.SPONGY_BONE);
        }
    }
}
