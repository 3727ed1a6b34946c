package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;
import static org.farfield.remote.twin.phantom.Sketch.outline;

import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/**
 * What lies under the domes of the diaphragm: liver, stomach with an air-fluid level, spleen, kidneys, a bowel loop.
 */
final class Abdomen {
    private Abdomen() {}

    static void organs(Sketch sketch) {
        Ellipsoid rightDome = Ellipsoid.of(at(-66, -12, -152), 64, 82, 86);
        Ellipsoid leftDome = Ellipsoid.of(at(66, -8, -158), 62, 78, 76);
        sketch.add(below(), Tissue.MUSCLE);
        sketch.add(rightDome, Tissue.MUSCLE);
        sketch.add(leftDome, Tissue.MUSCLE);
        sketch.add(belowInside(), Tissue.FAT);
        sketch.add(Ellipsoid.of(at(66, -8, -158), 59, 75, 73), Tissue.FAT);
        liver(sketch);
        stomachAndSpleen(sketch);
        for (int side : new int[] {-1, 1}) {
            Point kidney = at(side * 58, 44, side < 0 ? -240 : -226);
            sketch.add(
                    Ellipsoid.along(kidney, at(side * 0.25, 0.1, -1), at(1, 0, 0), 52, 25, 22), Tissue.ofMuscle(1.043));
            sketch.add(
                    Ellipsoid.along(kidney.plus(at(side * -10, -4, 0)), at(side * 0.2, 0, -1), at(1, 0, 0), 26, 12, 9),
                    Tissue.FAT);
        }
        sketch.add(Ellipsoid.of(at(96, -28, -205), 20, 24, 28), Tissue.MUSCLE);
        sketch.add(Ellipsoid.of(at(96, -28, -205), 18, 22, 26), Tissue.ofMuscle(0.75));
        sketch.add(new Clipped(Ellipsoid.of(at(96, -28, -205), 18, 22, 26), -100, -30), Tissue.AIR);
        sketch.add(Ellipsoid.along(at(20, -6, -200), at(1, 0.1, 0.25), at(0, 1, 0), 52, 9, 12), Tissue.ofMuscle(1.035));
    }

    private static void liver(Sketch sketch) {
        sketch.add(Ellipsoid.of(at(-66, -12, -152), 61.5, 79.5, 83.5), Tissue.LIVER);
        sketch.add(Ellipsoid.along(at(2, -40, -112), at(1, 0, -0.06), at(0, 1, 0), 78, 40, 32), Tissue.LIVER);
        Tissue blood = Tissue.BLOOD;
        sketch.tube(blood, 5, 3, 1, Sketch.smooth(3, at(-24, 4, -88), at(-52, 8, -100), at(-84, 4, -120)));
        sketch.tube(blood, 4.5, 2.5, 1, Sketch.smooth(3, at(-24, 0, -90), at(-40, -28, -104), at(-58, -54, -124)));
        sketch.tube(blood, 4, 2.5, 1, Sketch.smooth(3, at(-22, -2, -88), at(-2, -24, -104), at(14, -46, -116)));
        sketch.tube(
                blood,
                7,
                5,
                1,
                Sketch.smooth(3, at(0, -4, -205), at(-22, -14, -178), at(-48, -12, -165), at(-72, -6, -160)));
        sketch.tube(blood, 4, 3, 1, Sketch.smooth(3, at(-48, -12, -165), at(-66, -34, -158), at(-80, -46, -150)));
        sketch.add(Ellipsoid.of(at(-84, 26, -138), 6, 6, 6), Tissue.FLUID);
        sketch.add(Ellipsoid.along(at(-50, -56, -212), at(0.3, -0.4, -1), at(1, 0, 0), 30, 15, 16), Tissue.FLUID);
    }

    private static void stomachAndSpleen(Sketch sketch) {
        Point stomach = at(56, -12, -132);
        Point axis = at(-0.25, -0.35, -1);
        sketch.add(Ellipsoid.along(stomach, axis, at(1, 0, 0), 52, 38, 46), Tissue.MUSCLE);
        Ellipsoid lumen = Ellipsoid.along(stomach, axis, at(1, 0, 0), 48, 34, 42);
        sketch.add(lumen, Tissue.ofMuscle(1.01));
        sketch.add(new Clipped(lumen, -200, -26), Tissue.AIR);
        sketch.add(Ellipsoid.along(at(98, 40, -136), at(0.1, -0.35, -1), at(0.6, 1, 0), 48, 36, 20), Tissue.SPLEEN);
        sketch.tube(Tissue.BLOOD, 4, 3.5, 1, Sketch.smooth(3, at(4, 6, -178), at(40, 26, -168), at(82, 36, -150)));
    }

    /** The cavity below the recess, where no lung is left. */
    private static Loft below() {
        return new Loft(List.of(
                outline(-262, 0, 0, 126, 90, 66, 2.5),
                outline(-168, 0, 0, 131, 94, 82, 2.5),
                outline(-160, 0, -4, 126, 88, 72, 2.4),
                outline(-140, 0, -8, 112, 80, 56, 2.2),
                outline(-110, 0, -12, 94, 74, 44, 2),
                outline(-88, 6, -26, 70, 58, 38, 2),
                outline(-76, 12, -34, 46, 40, 26, 2),
                outline(-72, 14, -36, 22, 20, 12, 2)));
    }

    private static Loft belowInside() {
        return new Loft(List.of(
                outline(-262, 0, 0, 123, 87, 63, 2.5),
                outline(-170, 0, 0, 128, 91, 79, 2.5),
                outline(-162, 0, -4, 123, 85, 69, 2.4),
                outline(-142, 0, -8, 109, 77, 53, 2.2),
                outline(-113, 0, -12, 90, 71, 41, 2),
                outline(-91, 6, -26, 66, 55, 35, 2),
                outline(-79, 12, -34, 42, 37, 23, 2),
                outline(-76, 14, -36, 14, 12, 8, 2)));
    }
}
