package org.farfield.remote.twin.phantom;

/** A block with its edges along the axes, mm. */
public record Box(Point low, Point high) implements Shape, CrossSection {
    @Override
    public double zMin() {
        return low.z();
    }

    @Override
    public double zMax() {
        return high.z();
    }

    @Override
    public CrossSection at(double z) {
        return this;
    }

    @Override
    public double yMin() {
        return low.y();
    }

    @Override
    public double yMax() {
        return high.y();
    }

    @Override
    public boolean chord(double y, double[] lowHigh) {
        lowHigh[0] = low.x();
        lowHigh[1] = high.x();
        return y >= low.y() && y <= high.y();
    }
}
