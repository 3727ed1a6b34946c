package org.farfield.remote.twin.phantom;

import static org.farfield.remote.twin.phantom.Sketch.at;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.farfield.remote.twin.xray.Tissue;

/**
 * Pulmonary arteries, veins and bronchi: trees grown into the lungs from the hila, always the same for the same seed.
 */
final class LungTrees {
    private static final int ENDS = 420;
    private static final int BRONCHIAL_ENDS = 46;

    private LungTrees() {}

    /** @param lung where the parts painted so far leave lung */
    static void grow(Sketch sketch, AeratedLung lung, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Capsule> walls = new ArrayList<>();
        List<Capsule> lumens = new ArrayList<>();
        for (int side : new int[] {-1, 1}) {
            Predicate<Point> here = p -> p.x() * side > 0 && (lung.contains(p) || nearHilum(p, side));
            Predicate<Point> target = p -> p.x() * side > 12 && deepInLung(lung, p);
            List<Point> arteryRoot = side < 0
                    ? List.of(at(-30, 4, 31), at(-44, 6, 28), at(-52, 10, 22))
                    : List.of(at(40, 14, 42), at(50, 20, 34), at(56, 24, 26));
            List<Point> ends = targets(random, target, side, ENDS);
            Branching artery = new Branching(arteryRoot, here);
            ends.forEach(artery::reach);
            artery.tubes(0.68, 0, at(0, 0, 0)).forEach(tube -> sketch.add(tube, Tissue.BLOOD));
            Branching vein = new Branching(
                    side < 0
                            ? List.of(at(-28, 8, -10), at(-44, 12, -10), at(-52, 12, -12))
                            : List.of(at(28, 8, -10), at(44, 12, -10), at(52, 12, -12)),
                    here);
            targets(random, target, side, ENDS).forEach(vein::reach);
            vein.tubes(0.64, 0, at(0, 0, 0)).forEach(tube -> sketch.add(tube, Tissue.BLOOD));
            List<Point> bronchusRoot = side < 0
                    ? List.of(at(-24, 20, 46), at(-33, 22, 38), at(-42, 24, 26))
                    : List.of(at(30, 22, 44), at(40, 26, 34), at(47, 30, 24));
            Branching bronchi = new Branching(bronchusRoot, here);
            // The airways run beside the arteries: same targets, a few mm off.
            ends.subList(0, Math.min(BRONCHIAL_ENDS, ends.size()))
                    .forEach(p -> bronchi.reach(p.plus(at(side * 3, 3, 2))));
            walls.addAll(bronchi.tubes(1.15, 0.9, at(0, 0, 0)));
            lumens.addAll(bronchi.tubes(1.15, 0, at(0, 0, 0)));
        }
        walls.forEach(tube -> sketch.add(tube, Tissue.MUSCLE));
        mainAirway(sketch, 1.8, Tissue.MUSCLE);
        lumens.forEach(tube -> sketch.add(tube, Tissue.AIR));
        mainAirway(sketch, 0, Tissue.AIR);
    }

    private static void mainAirway(Sketch sketch, double wall, Tissue tissue) {
        sketch.tube(
                tissue,
                8.5 + wall,
                9 + wall,
                1,
                Sketch.smooth(4, at(0, -8, 290), at(0, -4, 200), at(0, 4, 140), at(0, 12, 90), at(0, 18, 62)));
        sketch.tube(
                tissue,
                7.5 + wall,
                6.5 + wall,
                1,
                Sketch.smooth(3, at(0, 18, 64), at(-18, 20, 50), at(-33, 22, 38), at(-42, 24, 26)));
        sketch.tube(
                tissue,
                7 + wall,
                5.5 + wall,
                1,
                Sketch.smooth(3, at(0, 18, 64), at(20, 21, 50), at(40, 26, 34), at(47, 30, 24)));
    }

    private static boolean nearHilum(Point p, int side) {
        return p.distanceTo(at(side * 42, 14, 14)) < 42;
    }

    private static boolean deepInLung(AeratedLung lung, Point p) {
        double margin = 5;
        return lung.contains(p)
                && lung.contains(p.plus(at(margin, 0, 0)))
                && lung.contains(p.plus(at(-margin, 0, 0)))
                && lung.contains(p.plus(at(0, margin, 0)))
                && lung.contains(p.plus(at(0, -margin, 0)))
                && lung.contains(p.plus(at(0, 0, margin)))
                && lung.contains(p.plus(at(0, 0, -margin)));
    }

    private static List<Point> targets(SplittableRandom random, Predicate<Point> allowed, int side, int count) {
        List<Point> points = new ArrayList<>();
        double apart = 44;
        int misses = 0;
        while (points.size() < count && apart > 3) {
            Point p = at(side * random.nextDouble(8, 134), random.nextDouble(-92, 94), random.nextDouble(-168, 146));
            double near = apart;
            if (allowed.test(p) && points.stream().noneMatch(q -> q.distanceTo(p) < near)) {
                points.add(p);
                misses = 0;
            } else if (++misses > 1500) {
                apart *= 0.85;
                misses = 0;
            }
        }
        return points;
    }
}
