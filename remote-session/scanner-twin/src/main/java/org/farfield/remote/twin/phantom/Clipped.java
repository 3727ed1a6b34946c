package org.farfield.remote.twin.phantom;

import org.jspecify.annotations.Nullable;

/** The part of a solid with y from {@code yLow} to {@code yHigh}: a fluid level, a flat table top. */
public record Clipped(Shape shape, double yLow, double yHigh) implements Shape {
    @Override
    public double zMin() {
        return shape.zMin();
    }

    @Override
    public double zMax() {
        return shape.zMax();
    }

    @Override
    public @Nullable CrossSection at(double z) {
        CrossSection whole = shape.at(z);
        return whole == null ? null : new Cut(whole, Math.max(yLow, whole.yMin()), Math.min(yHigh, whole.yMax()));
    }

    private record Cut(CrossSection whole, double yMin, double yMax) implements CrossSection {
        @Override
        public boolean chord(double y, double[] lowHigh) {
            return y >= yMin && y <= yMax && whole.chord(y, lowHigh);
        }
    }
}
