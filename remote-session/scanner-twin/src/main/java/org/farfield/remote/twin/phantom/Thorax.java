package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;

import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/**
 * An adult chest on the table, arms raised, breath held, z from -260 (below the left kidney's top) to 290 mm (jaw). The
 * carina is at z = 62, the right dome of the diaphragm at z = -66. Not a real person: every figure was drawn for this
 * program.
 */
public final class Thorax {
    private static final double DEPENDENT_DENSITY_PER_MM = 0.0016;

    private Thorax() {}

    /** Builds the phantom; the seed shapes the fine branches of vessels and airways. */
    public static Phantom adult(long seed) {
        Sketch sketch = new Sketch();
        Trunk.table(sketch);
        Trunk.layers(sketch);
        sketch.add(Trunk.cavity(), Tissue.LUNG, DEPENDENT_DENSITY_PER_MM);
        fissures(sketch);
        Spine.muscles(sketch);
        Mediastinum.fat(sketch);
        Mediastinum.heart(sketch);
        Abdomen.organs(sketch);
        Mediastinum.vessels(sketch);
        LungTrees.grow(sketch, AeratedLung.of(sketch.parts()), seed);
        Spine.bones(sketch);
        Ribs.bones(sketch);
        List<Nodule> nodules = nodules();
        for (Nodule nodule : nodules) {
            sketch.add(Ellipsoid.sphere(nodule.center(), nodule.diameterMm() / 2), nodule.tissue());
        }
        return new Phantom("adult thorax", sketch.parts(), nodules);
    }

    /** Nodules in aerated lung, away from large vessels: two solid ones, one of ground glass, one calcified. */
    private static List<Nodule> nodules() {
        return List.of(
                new Nodule("right upper, solid", at(-62, -18, 78), 8, Tissue.ofMuscle(1.04)),
                new Nodule("left lower, solid", at(84, 40, -46), 12, Tissue.ofMuscle(1.04)),
                new Nodule("right middle, ground glass", at(-92, -24, -18), 15, Tissue.ofMuscle(0.40)),
                new Nodule("left upper, calcified", at(66, -28, 44), 5, Tissue.CALCIFICATION));
    }

    private static void fissures(Sketch sketch) {
        Tissue thin = Tissue.ofMuscle(0.45);
        for (int side : new int[] {-1, 1}) {
            // The oblique fissure rises from the front of the dome to the back at the fifth rib.
            sketch.add(Ellipsoid.along(at(side * 76, 8, -6), at(0, 0.62, 0.79), at(1, 0, 0), 108, 44, 0.5), thin);
        }
        sketch.add(Ellipsoid.along(at(-84, -40, 6), at(0, 1, 0.06), at(1, 0, 0.08), 40, 42, 0.5), thin);
    }
}
