package org.farfield.remote.twin.phantom;

import org.jspecify.annotations.Nullable;

/**
 * A solid made smaller or larger along each axis: a child's chest from an adult's.
 *
 * @param x what lengths along x are multiplied with
 * @param y what lengths along y are multiplied with
 * @param z what lengths along z are multiplied with
 */
record Scaled(Shape shape, double x, double y, double z) implements Shape {
    @Override
    public double zMin() {
        return shape.zMin() * z;
    }

    @Override
    public double zMax() {
        return shape.zMax() * z;
    }

    @Override
    public @Nullable CrossSection at(double plane) {
        CrossSection section = shape.at(plane / z);
        return section == null ? null : new Cut(section, x, y);
    }

    private record Cut(CrossSection section, double x, double y) implements CrossSection {
        @Override
        public double yMin() {
            return section.yMin() * y;
        }

        @Override
        public double yMax() {
            return section.yMax() * y;
        }

        @Override
        public boolean chord(double at, double[] lowHigh) {
            if (!section.chord(at / y, lowHigh)) {
                return false;
            }
            lowHigh[0] *= x;
            lowHigh[1] *= x;
            return true;
        }
    }
}
