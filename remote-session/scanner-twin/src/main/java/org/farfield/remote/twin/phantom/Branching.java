package org.farfield.remote.twin.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A tree of tubes grown into a solid: each target point in turn is joined to the nearest place of the tree that it can
 * be reached from without turning back, coarse targets first. A stretch that feeds n ends is as wide as n^(1/2.7) ends,
 * close to Murray's law (1926).
 */
final class Branching {
    private static final double STEP_MM = 7;
    private static final int TRIES = 12;
    private static final double MURRAY = 2.7;

    private final List<Node> nodes = new ArrayList<>();
    private final Predicate<Point> inside;

    private static final class Node {
        private final Point place;
        private final int parent;
        private int ends;

        Node(Point place, int parent) {
            this.place = place;
            this.parent = parent;
        }
    }

    /** Starts at the last of the root's points; the way to it belongs to the tree. */
    Branching(List<Point> root, Predicate<Point> inside) {
        this.inside = inside;
        for (int k = 0; k < root.size(); k++) {
            nodes.add(new Node(root.get(k), k - 1));
        }
    }

    /** Grows a branch to the target from the best place that can reach it through the solid, if there is one. */
    void reach(Point target) {
        double[] cost = new double[nodes.size()];
        for (int k = 0; k < cost.length; k++) {
            cost[k] = cost(nodes.get(k), target);
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int best = 0;
            for (int k = 1; k < cost.length; k++) {
                best = cost[k] < cost[best] ? k : best;
            }
            if (Double.isInfinite(cost[best]) || join(best, target)) {
                return;
            }
            cost[best] = Double.POSITIVE_INFINITY;
        }
    }

    /** A straight way on is cheap, a turn is dear, a way back is out of the question. */
    private double cost(Node node, Point target) {
        if (node.parent < 0) {
            return Double.POSITIVE_INFINITY;
        }
        Point way = target.minus(node.place);
        double distance = way.length();
        Point before = node.place.minus(nodes.get(node.parent).place);
        double turn = before.dot(way) / (before.length() * distance);
        return turn > 0.1 && distance > 2 ? distance * (1.35 - 0.5 * turn) : Double.POSITIVE_INFINITY;
    }

    private boolean join(int from, Point target) {
        Point start = nodes.get(from).place;
        Point before = start.minus(nodes.get(nodes.get(from).parent).place).unit();
        double distance = start.distanceTo(target);
        // The branch leaves along the stem and bends over to the target.
        Point bend = start.plus(before.times(distance * 0.25)).towards(start.towards(target, 0.5), 0.5);
        int steps = Math.max(2, (int) Math.round(distance / STEP_MM));
        List<Point> way = new ArrayList<>();
        for (int s = 1; s <= steps; s++) {
            double t = (double) s / steps;
            Point p = start.times((1 - t) * (1 - t))
                    .plus(bend.times(2 * t * (1 - t)))
                    .plus(target.times(t * t));
            if (!inside.test(p)) {
                return false;
            }
            way.add(p);
        }
        int parent = from;
        for (Point p : way) {
            nodes.add(new Node(p, parent));
            parent = nodes.size() - 1;
        }
        for (int k = parent; k >= 0; k = nodes.get(k).parent) {
            nodes.get(k).ends++;
        }
        return true;
    }

    /** The tubes, for ends of this radius; each is {@code extra} mm thicker and moved by {@code offset}. */
    List<Capsule> tubes(double endRadius, double extra, Point offset) {
        List<Capsule> tubes = new ArrayList<>();
        for (Node node : nodes) {
            if (node.parent >= 0 && node.ends > 0) {
                double radius = endRadius * Math.pow(node.ends, 1 / MURRAY) + extra;
                tubes.add(new Capsule(nodes.get(node.parent).place.plus(offset), node.place.plus(offset), radius));
            }
        }
        return tubes;
    }
}
