package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.List;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.farfield.remote.twin.xray.Tissue;

/**
 * An adult head in a head rest, z from -150 (chin) to 92 mm (vertex), the level of the orbits' roof at 0: scalp, skull
 * of two tables with marrow between, brain with grey and white matter, ventricles, falx, cerebellum and brain stem,
 * orbits, sinuses, jaw and teeth (one with a metal crown), upper neck; and a bleed of 30 x 22 x 26 mm in the left basal
 * ganglia that has broken into the ventricle's trigone. Not a real person: every figure was drawn for this program.
 */
public final class Head {
    /** The bleed: centre, mm; its semi-axes are 15, 11 and 13 mm. */
    public static final Point BLEED = at(28, -4, 32);

    private Head() {}

    public static Phantom adult() {
        Sketch sketch = new Sketch();
        rest(sketch);
        sketch.add(skin(0), Tissue.SKIN);
        sketch.add(skin(-2), Tissue.FAT);
        sketch.add(skin(-5), Tissue.MUSCLE);
        skull(sketch);
        face(sketch);
        brain(sketch);
        base(sketch);
        neck(sketch);
        sketch.add(Ellipsoid.of(BLEED, 15, 11, 13), Tissue.CLOT);
        sketch.add(Ellipsoid.of(at(27, 32, 26), 4, 9, 5), Tissue.CLOT);
        return new Phantom("adult head", sketch.parts(), List.of());
    }

    private static void rest(Sketch sketch) {
        Loft shell = new Loft(List.of(outline(-400, 0, 60, 118, 20, 68, 2.6), outline(140, 0, 60, 118, 20, 68, 2.6)));
        Loft inside = new Loft(List.of(outline(-400, 0, 60, 115, 20, 65, 2.6), outline(140, 0, 60, 115, 20, 65, 2.6)));
        sketch.add(new Clipped(shell, 62, 200), Tissue.TABLE_SHELL);
        sketch.add(new Clipped(inside, 60, 200), Tissue.TABLE_FOAM);
    }

    private static Loft skin(double grown) {
        return loft(
                grown,
                outline(-160, 0, 30, 58, 50, 55, 2),
                outline(-120, 0, 15, 62, 70, 68, 2),
                outline(-95, 0, 2, 66, 98, 78, 2.1),
                outline(-55, 0, 0, 70, 104, 86, 2.1),
                outline(-10, 0, 2, 77, 100, 98, 2.1),
                outline(30, 0, 4, 80, 98, 98, 2.1),
                outline(60, 0, 5, 72, 82, 84, 2),
                outline(80, 0, 6, 52, 56, 58, 2),
                outline(92, 0, 6, 8, 9, 9, 2));
    }

    private static Loft loft(double grown, Outline... outlines) {
        return new Loft(List.of(outlines).stream().map(o -> o.grown(grown)).toList());
    }

    /** Outer surface of the skull's vault, moved outwards by this much. */
    private static Ellipsoid vault(double grown) {
        return Ellipsoid.of(at(0, 6, 14), 72 + grown, 91 + grown, 70 + grown);
    }

    private static void skull(Sketch sketch) {
        sketch.add(vault(0), Tissue.CORTICAL_BONE);
        sketch.add(vault(-2), Tissue.spongy(0.22));
        sketch.add(vault(-5), Tissue.CORTICAL_BONE);
        sketch.add(vault(-7), Tissue.FLUID);
    }

    private static void brain(Sketch sketch) {
        sketch.add(Ellipsoid.of(at(0, 6, 15), 63.5, 82, 61), Tissue.GREY_MATTER);
        sketch.add(new Box(at(-1.3, -76, -10), at(1.3, 88, 75)), Tissue.FLUID);
        sketch.add(Ellipsoid.of(at(0, -72, 15), 6, 8, 40), Tissue.FLUID);
        sketch.add(Ellipsoid.of(at(0, 0, 40), 10, 22, 6), Tissue.WHITE_MATTER);
        for (int side : new int[] {-1, 1}) {
            sketch.add(Ellipsoid.of(at(side * 29, 5, 18), 25, 69, 46), Tissue.WHITE_MATTER);
            folds(sketch, side);
            sketch.add(Ellipsoid.of(at(side * 24, -2, 20), 8, 17, 14), Tissue.GREY_MATTER);
            sketch.add(Ellipsoid.of(at(side * 13, 14, 22), 9, 14, 9), Tissue.GREY_MATTER);
            // Lateral ventricle: frontal horn, body, trigone with calcified plexus.
            sketch.tube(
                    Tissue.FLUID,
                    4.5,
                    6,
                    1.4,
                    Sketch.smooth(
                            4,
                            at(side * 12, -28, 30),
                            at(side * 9, -8, 36),
                            at(side * 14, 18, 36),
                            at(side * 25, 36, 26)));
            sketch.add(Ellipsoid.of(at(side * 24, 34, 25), 3, 5, 4), Tissue.spongy(0.2));
            sketch.add(Ellipsoid.of(at(side * 24, 52, -34), 26, 26, 22), Tissue.GREY_MATTER);
            sketch.add(Ellipsoid.of(at(side * 24, 52, -34), 18, 18, 14), Tissue.WHITE_MATTER);
        }
        sketch.add(Ellipsoid.of(at(0, 5, 16), 2, 12, 10), Tissue.FLUID);
        sketch.add(Ellipsoid.of(at(0, 26, 16), 3, 3, 3), Tissue.spongy(0.25));
        sketch.add(new Box(at(-0.8, -80, 34), at(0.8, 88, 72)), Tissue.ofMuscle(1.06));
        sketch.tube(Tissue.WHITE_MATTER, 13, 8, 1, Sketch.smooth(4, at(0, 8, 4), at(0, 16, -24), at(0, 24, -60)));
        sketch.add(Ellipsoid.of(at(0, 38, -30), 6, 5, 9), Tissue.FLUID);
    }

    /** Grey matter that reaches in between the white, with a furrow in the middle. */
    private static void folds(Sketch sketch, int side) {
        for (int k = 0; k < 12; k++) {
            double angle = Math.toRadians(-82 + 15 * k);
            for (double z : new double[] {-2, 32}) {
                double away = z < 0 ? 0.80 : 0.76;
                Point foot = at(side * 63 * away * Math.cos(angle), 6 + 82 * away * Math.sin(angle), z + 4 * (k % 3));
                Point inwards = at(side * -63 * Math.cos(angle), -82 * Math.sin(angle), 0);
                sketch.add(Ellipsoid.along(foot, inwards, at(0, 0, 1), 13, 15, 4), Tissue.GREY_MATTER);
                sketch.add(Ellipsoid.along(foot, inwards, at(0, 0, 1), 12, 14, 0.9), Tissue.FLUID);
            }
        }
    }

    private static void base(Sketch sketch) {
        Tissue bone = Tissue.spongy(0.55);
        for (int side : new int[] {-1, 1}) {
            // Petrous bone with air cells and the ear's canal.
            sketch.add(
                    Ellipsoid.along(at(side * 42, 18, -34), at(side * 1, 0.55, 0), at(0, 0, 1), 30, 11, 11),
                    Tissue.spongy(0.75));
            for (int k = 0; k < 7; k++) {
                sketch.add(
                        Ellipsoid.sphere(at(side * (52 + 3 * (k % 3)), 24 + 4 * (k % 4), -42 + 3 * k), 2.6),
                        Tissue.AIR);
            }
            sketch.tube(Tissue.AIR, 3, 3, at(side * 74, 12, -40), at(side * 48, 16, -38));
            sketch.add(Ellipsoid.along(at(side * 30, -40, -16), at(side * 1, 0.5, 0.2), at(0, 1, 0), 30, 12, 4), bone);
        }
        sketch.add(Ellipsoid.of(at(0, -8, -30), 18, 20, 10), bone);
        sketch.add(Ellipsoid.of(at(0, -14, -32), 12, 10, 7), Tissue.AIR);
        sketch.add(Ellipsoid.of(at(0, 60, -60), 34, 30, 4), bone);
        sketch.add(Ellipsoid.of(at(0, -78, 4), 22, 6, 14), Tissue.AIR);
    }

    private static void face(Sketch sketch) {
        for (int side : new int[] {-1, 1}) {
            sketch.add(Ellipsoid.of(at(side * 32, -66, -22), 22, 26, 20), Tissue.THIN_CORTEX);
            sketch.add(Ellipsoid.of(at(side * 32, -68, -22), 19, 25, 17), Tissue.FAT);
            sketch.add(Ellipsoid.sphere(at(side * 32, -76, -22), 12), Tissue.MUSCLE);
            sketch.add(Ellipsoid.sphere(at(side * 32, -76, -22), 11), Tissue.FLUID);
            sketch.add(Ellipsoid.of(at(side * 32, -85, -22), 4.5, 2, 4.5), Tissue.LENS);
            sketch.tube(Tissue.MUSCLE, 2.2, 2, at(side * 32, -64, -22), at(side * 14, -30, -22));
            sketch.add(Ellipsoid.of(at(side * 28, -62, -58), 17, 20, 17), Tissue.THIN_CORTEX);
            sketch.add(Ellipsoid.of(at(side * 28, -62, -58), 15, 18, 15), Tissue.AIR);
            sketch.tube(Tissue.THIN_CORTEX, 5, 5, at(side * 58, -52, -46), at(side * 66, -10, -44));
            // Jaw.
            sketch.tube(
                    Tissue.spongy(0.6),
                    7,
                    7,
                    1.4,
                    Sketch.smooth(
                            4,
                            at(side * 56, -2, -50),
                            at(side * 52, -18, -92),
                            at(side * 34, -62, -112),
                            at(0, -84, -116)));
            for (int k = 0; k < 6; k++) {
                double t = k / 6.0;
                Point tooth = at(side * (6 + 28 * t), -84 + 44 * t * t, -98);
                boolean crown = side > 0 && k == 4;
                sketch.add(Ellipsoid.of(tooth, 3.4, 3.4, 9), Tissue.CORTICAL_BONE.scaled(1.3));
                if (crown) {
                    sketch.add(Ellipsoid.of(tooth.plus(at(0, 0, 4)), 4, 4, 4), Tissue.STEEL);
                }
            }
        }
        sketch.add(Ellipsoid.of(at(0, -72, -52), 12, 28, 24), Tissue.AIR);
        sketch.add(new Box(at(-0.8, -98, -70), at(0.8, -44, -32)), Tissue.CARTILAGE);
        sketch.add(Ellipsoid.of(at(0, -30, -90), 14, 10, 40), Tissue.AIR);
        sketch.add(Ellipsoid.of(at(0, -58, -94), 24, 26, 13), Tissue.MUSCLE);
    }

    private static void neck(Sketch sketch) {
        for (int k = 0; k < 4; k++) {
            double z = -80 - 19 * k;
            sketch.add(Loft.cylinder(0, 24, 11, z - 7, z + 7), Tissue.THIN_CORTEX);
            sketch.add(Loft.cylinder(0, 24, 9.5, z - 6, z + 6), Tissue.SPONGY_BONE);
            sketch.add(Ellipsoid.of(at(0, 43, z), 24, 14, 6), Tissue.spongy(0.4));
        }
        sketch.add(Loft.cylinder(0, 43, 10, -165, -62), Tissue.FAT);
        sketch.add(Loft.cylinder(0, 43, 8, -165, -62), Tissue.FLUID);
        sketch.add(Loft.cylinder(0, 43, 5, -165, -62), Tissue.CORD);
    }
}
