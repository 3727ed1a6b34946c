package org.farfield.workstation.reading.measure;

/** What can be measured or marked. */
public enum MeasurementKind {
    /** From point to point. */
    DISTANCE("distance", 2, false),
    /** At the second of three points, 0 to 180 degrees. */
    ANGLE("angle", 3, false),
    /** Between the lines through the first two and the last two of four points, 0 to 90 degrees (Cobb 1948). */
    COBB("cobb", 4, false),
    /** The ellipse in a box, whose opposite corners are the two points. */
    ELLIPSE("ellipse", 2, true),
    /** The box between two opposite corners. */
    RECTANGLE("rectangle", 2, true),
    /** Straight from point to point and back to the first. */
    FREEHAND("freehand", Integer.MAX_VALUE, true),
    /** One voxel. */
    POINT("point", 1, false),
    /** Points at something: the first point is its tip, its words stand at the second. */
    ARROW("arrow", 2, false);

    private final String id;
    private final int points;
    private final boolean region;

    MeasurementKind(String id, int points, boolean region) {
        this.id = id;
        this.points = points;
        this.region = region;
    }

    /** A key for the bundles: {@code distance}. */
    public String id() {
        return id;
    }

    /** How many points make it whole; {@link Integer#MAX_VALUE} where there is no such number. */
    public int points() {
        return points;
    }

    /** Whether it encloses a region. */
    public boolean isRegion() {
        return region;
    }
}
