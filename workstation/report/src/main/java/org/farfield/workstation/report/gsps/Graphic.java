package org.farfield.workstation.report.gsps;

import java.util.List;

/**
 * An item of Graphic Object Sequence (PS3.3 C.10.5).
 *
 * @param xy two numbers a point
 */
public record Graphic(Units units, Type type, List<Double> xy, boolean filled) {
    public Graphic {
        xy = List.copyOf(xy);
    }

    /** Graphic Type (0070,0023). */
    public enum Type {
        POINT,
        POLYLINE,
        /** A smooth curve through its points. */
        INTERPOLATED,
        /** Its centre, then a point on it. */
        CIRCLE,
        /** The ends of the major axis, then those of the minor one. */
        ELLIPSE
    }

    int points() {
        return xy.size() / 2;
    }

    /** Whether the standard asks if it is filled. */
    boolean closed() {
        return switch (type) {
            case CIRCLE, ELLIPSE -> true;
            case POINT -> false;
            case POLYLINE, INTERPOLATED ->
                points() > 2 && xy.subList(0, 2).equals(xy.subList(xy.size() - 2, xy.size()));
        };
    }
}
