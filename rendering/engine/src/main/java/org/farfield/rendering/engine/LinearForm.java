package org.farfield.rendering.engine;

/**
 * A number that changes evenly over a picture and along its rays: at + px * right + py * down + t * along, where t
 * counts steps from the picture's plane.
 */
public record LinearForm(double at, double right, double down, double along) {

    /** The value at the plane for a ray. */
    double start(double px, double py) {
        return at + px * right + py * down;
    }

    LinearForm negated() {
        return new LinearForm(-at, -right, -down, -along);
    }

    LinearForm plus(double constant) {
        return new LinearForm(at + constant, right, down, along);
    }
}
