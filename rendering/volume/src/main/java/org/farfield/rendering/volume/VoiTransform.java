package org.farfield.rendering.volume;

/** From modality units to display grey: 0 is black, 1 is white (VOI LUT module, PS3.3 C.11.2). */
public sealed interface VoiTransform {

    /** The display grey of a value in modality units, 0 to 1. */
    double apply(double value);

    /** The value in the middle of what is told apart. */
    double center();

    /** How wide the range is that is told apart. */
    double width();

    /** The same function about another middle and of another width; for a table, which has neither, a window. */
    VoiTransform with(double newCenter, double newWidth);

    /** Window Center (0028,1050) and Width (0028,1051) with function LINEAR, exactly as PS3.3 C.11.2.1.2.1. */
    record Window(double center, double width) implements VoiTransform {

        public Window {
            if (!Double.isFinite(center) || !(width >= 1) || !Double.isFinite(width)) {
                throw new IllegalArgumentException(
                        "window centre " + center + ", width " + width + ": the width must be 1 or more");
            }
        }

        @Override
        public double apply(double value) {
            if (value <= center - 0.5 - (width - 1) / 2) {
                return 0;
            }
            if (value > center - 0.5 + (width - 1) / 2) {
                return 1;
            }
            return (value - (center - 0.5)) / (width - 1) + 0.5;
        }

        @Override
        public Window with(double newCenter, double newWidth) {
            return new Window(newCenter, newWidth);
        }
    }

    /** Window with function LINEAR_EXACT, PS3.3 C.11.2.1.3.2. */
    record LinearExact(double center, double width) implements VoiTransform {

        public LinearExact {
            requirePositiveWidth(center, width);
        }

        @Override
        public double apply(double value) {
            if (value <= center - width / 2) {
                return 0;
            }
            if (value > center + width / 2) {
                return 1;
            }
            return (value - center) / width + 0.5;
        }

        @Override
        public LinearExact with(double newCenter, double newWidth) {
            return new LinearExact(newCenter, newWidth);
        }
    }

    /** Window with function SIGMOID, PS3.3 C.11.2.1.3.1. */
    record Sigmoid(double center, double width) implements VoiTransform {

        public Sigmoid {
            requirePositiveWidth(center, width);
        }

        @Override
        public double apply(double value) {
            return 1 / (1 + Math.exp(-4 * (value - center) / width));
        }

        @Override
        public Sigmoid with(double newCenter, double newWidth) {
            return new Sigmoid(newCenter, newWidth);
        }
    }

    /**
     * An item of VOI LUT Sequence (0028,3010), PS3.3 C.11.2.1.1: the highest entry its bits can hold is white.
     *
     * @param explanation LUT Explanation (0028,3003), "" where there is none
     */
    record Table(LookUpTable table, String explanation) implements VoiTransform {

        @Override
        public double apply(double value) {
            return table.apply(value) / table.most();
        }

        @Override
        public double center() {
            return table.first() + table.size() / 2.0;
        }

        @Override
        public double width() {
            return table.size();
        }

        @Override
        public Window with(double newCenter, double newWidth) {
            return new Window(newCenter, Math.max(1, newWidth));
        }
    }

    private static void requirePositiveWidth(double center, double width) {
        if (!Double.isFinite(center) || !(width > 0) || !Double.isFinite(width)) {
            throw new IllegalArgumentException(
                    "window centre " + center + ", width " + width + ": the width must be over 0");
        }
    }
}
