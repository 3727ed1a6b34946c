package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.List;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.farfield.remote.twin.xray.Tissue;

/**
 * The outer layers: table, skin, fat and muscle of the trunk and raised arms, and the cavity that holds lungs and
 * organs.
 */
final class Trunk {
    /** The inner surface of the chest wall, lung apex to below the diaphragm. */
    private static final List<Outline> CAVITY = List.of(
            outline(-262, 0, 0, 126, 90, 66, 2.5),
            outline(-165, 0, 0, 131, 94, 82, 2.5),
            outline(-100, 0, 0, 134, 94, 90, 2.4),
            outline(-40, 0, 0, 131, 88, 93, 2.3),
            outline(10, 0, 0, 123, 79, 92, 2.25),
            outline(60, 0, 2, 107, 65, 84, 2.2),
            outline(95, 0, 5, 88, 48, 70, 2.2),
            outline(120, 0, 11, 68, 32, 53, 2.2),
            outline(135, 0, 18, 50, 20, 37, 2.2),
            outline(143, 0, 23, 34, 11, 22, 2.2),
            outline(147, 0, 25, 22, 2, 6, 2.2));

    /** The surface that ribs follow: the cavity's, but wider about the lung apex. */
    private static final List<Outline> CAGE = List.of(
            outline(-262, 0, 0, 126, 90, 66, 2.5),
            outline(-165, 0, 0, 131, 94, 82, 2.5),
            outline(-100, 0, 0, 134, 94, 90, 2.4),
            outline(-40, 0, 0, 131, 88, 93, 2.3),
            outline(10, 0, 0, 123, 79, 92, 2.25),
            outline(60, 0, 2, 107, 66, 84, 2.2),
            outline(95, 0, 5, 90, 54, 70, 2.2),
            outline(120, 0, 10, 74, 46, 55, 2.2),
            outline(150, 0, 14, 58, 36, 42, 2.2));

    private static final List<Outline> SKIN = List.of(
            outline(-262, 0, 0, 163, 122, 119, 2.5),
            outline(-180, 0, 0, 163, 120, 119, 2.5),
            outline(-100, 0, 0, 170, 120, 119, 2.45),
            outline(-20, 0, 0, 176, 116, 119, 2.45),
            outline(40, 0, 0, 182, 106, 119, 2.45),
            outline(90, 0, 0, 188, 90, 117, 2.4),
            outline(125, 0, 4, 186, 72, 108, 2.4),
            outline(148, 0, 8, 158, 60, 94, 2.2),
            outline(165, 0, 10, 112, 54, 82, 2.1),
            outline(182, 0, 10, 78, 52, 72, 2),
            outline(205, 0, 8, 63, 54, 66, 2),
            outline(235, 0, 2, 62, 66, 68, 2.1),
            outline(290, 0, 0, 66, 84, 78, 2.2));

    private Trunk() {}

    static Loft cavity() {
        return new Loft(CAVITY);
    }

    static Loft cage() {
        return new Loft(CAGE);
    }

    static void table(Sketch sketch) {
        Loft shell = new Loft(List.of(outline(-700, 0, 122, 212, 20, 38, 2.4), outline(700, 0, 122, 212, 20, 38, 2.4)));
        Loft core = new Loft(List.of(outline(-700, 0, 122, 209, 20, 35, 2.4), outline(700, 0, 122, 209, 20, 35, 2.4)));
        sketch.add(new Clipped(shell, 123, 200), Tissue.TABLE_SHELL);
        sketch.add(new Clipped(core, 125.5, 200), Tissue.TABLE_FOAM);
        sketch.add(new Box(at(-195, 119, -700), at(195, 123, 700)), Tissue.TABLE_FOAM);
    }

    static void layers(Sketch sketch) {
        arms(sketch, 0, Tissue.SKIN);
        sketch.add(new Loft(SKIN), Tissue.SKIN);
        arms(sketch, 2, Tissue.FAT);
        sketch.add(new Loft(SKIN.stream().map(o -> o.grown(-2)).toList()), Tissue.FAT);
        arms(sketch, 8, Tissue.MUSCLE);
        sketch.add(new Loft(SKIN.stream().map(Trunk::muscle).toList()), Tissue.MUSCLE);
        for (int side : new int[] {-1, 1}) {
            // The axilla, and the fat between the pectoral muscles and the ribs.
            sketch.add(
                    Ellipsoid.along(at(side * 128, -18, 78), at(side * 0.3, 0.2, 1), at(side, 0.8, 0), 52, 12, 26),
                    Tissue.FAT);
            sketch.add(
                    Ellipsoid.along(at(side * 84, -76, 40), at(side * 0.8, 0.58, 0.1), at(0, 0, 1), 34, 44, 2.2),
                    Tissue.FAT);
            // Between shoulder blade and ribs, and between the back muscles.
            sketch.add(
                    Ellipsoid.along(at(side * 95, 76, 40), at(side * 0.72, -0.69, 0), at(0, 0, 1), 36, 70, 2.5),
                    Tissue.FAT);
            sketch.add(Ellipsoid.of(at(side * 136, 30, -30), 3, 38, 80), Tissue.FAT);
            sketch.add(
                    Ellipsoid.along(at(side * 38, 101, -60), at(side, 0.15, 0), at(0, 0, 1), 36, 130, 1.8), Tissue.FAT);
            node(sketch, at(side * 126, -14, 88), 5);
            node(sketch, at(side * 132, -24, 70), 4);
            node(sketch, at(side * 130, -6, 62), 3.5);
            sketch.tube(
                    Tissue.BLOOD, 4.5, 4, at(side * 98, -22, 128), at(side * 124, -22, 100), at(side * 140, -12, 110));
            sketch.tube(
                    Tissue.BLOOD, 3.5, 3, at(side * 100, -14, 128), at(side * 128, -14, 102), at(side * 146, -6, 118));
        }
    }

    /** A lymph node with its fatty hilum. */
    private static void node(Sketch sketch, Point center, double radius) {
        sketch.add(Ellipsoid.of(center, radius, radius * 0.7, radius), Tissue.MUSCLE);
        sketch.add(
                Ellipsoid.of(center.plus(at(radius * 0.4, 0, 0)), radius * 0.5, radius * 0.35, radius * 0.5),
                Tissue.FAT);
    }

    private static Outline muscle(Outline o) {
        return new Outline(
                o.z(), o.x(), o.y(), o.right() - 14, o.left() - 14, o.front() - 9, o.back() - 11, o.exponent());
    }

    private static void arms(Sketch sketch, double inset, Tissue tissue) {
        for (int side : new int[] {-1, 1}) {
            sketch.tube(
                    tissue,
                    54 - inset,
                    45 - inset,
                    1,
                    Sketch.smooth(
                            3,
                            at(side * 138, 12, 112),
                            at(side * 162, 6, 160),
                            at(side * 182, 0, 220),
                            at(side * 190, -4, 300)));
        }
    }
}
