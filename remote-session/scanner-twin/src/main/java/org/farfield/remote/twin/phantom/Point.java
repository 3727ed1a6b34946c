package org.farfield.remote.twin.phantom;

/** A place in the patient, mm, LPS: x to the patient's left, y to the back, z to the head. */
public record Point(double x, double y, double z) {
    Point plus(Point other) {
        return new Point(x + other.x, y + other.y, z + other.z);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y, z - other.z);
    }

    Point times(double factor) {
        return new Point(x * factor, y * factor, z * factor);
    }

    Point towards(Point other, double part) {
        return plus(other.minus(this).times(part));
    }

    double dot(Point other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Point cross(Point o) {
        return new Point(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Point unit() {
        return times(1 / length());
    }

    double distanceTo(Point other) {
        return minus(other).length();
    }
}
