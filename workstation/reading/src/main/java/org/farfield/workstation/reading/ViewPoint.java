package org.farfield.workstation.reading;

/** A place in a viewport, in its pixels from the upper left corner; pixel (0, 0) is centred on (0.5, 0.5). */
public record ViewPoint(double x, double y) {

    public double distanceTo(ViewPoint o) {
        return Math.hypot(x - o.x, y - o.y);
    }
}
