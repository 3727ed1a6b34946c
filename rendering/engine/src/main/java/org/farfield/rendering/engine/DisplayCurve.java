package org.farfield.rendering.engine;

import java.util.List;

/**
 * What luminance a display gives for a driving level, its characteristic curve (PS3.14 section 6): measured with a
 * photometer, or a power law between a black and a white that were measured.
 */
public sealed interface DisplayCurve {

    /** The luminance in cd/m2 for a driving level from 0 to 1, ambient light included. */
    double luminance(double level);

    /** L = black + (white - black) level ^ exponent, luminances in cd/m2. */
    record Power(double black, double white, double exponent) implements DisplayCurve {

        public Power {
            check(black, white);
            if (!(exponent > 0) || !Double.isFinite(exponent)) {
                throw new IllegalArgumentException("a display's exponent of " + exponent);
            }
        }

        @Override
        public double luminance(double level) {
            return black + (white - black) * Math.pow(level, exponent);
        }
    }

    /** Luminances in cd/m2 at equally spaced driving levels from 0 to 1, never falling; straight between them. */
    record Measured(List<Double> luminances) implements DisplayCurve {

        public Measured {
            luminances = List.copyOf(luminances);
            if (luminances.size() < 2) {
                throw new IllegalArgumentException("a display's curve of " + luminances.size() + " points");
            }
            for (int i = 1; i < luminances.size(); i++) {
                if (!(luminances.get(i) >= luminances.get(i - 1))) {
                    throw new IllegalArgumentException("a display's curve falls from " + luminances.get(i - 1) + " to "
                            + luminances.get(i) + " cd/m2");
                }
            }
            check(luminances.getFirst(), luminances.getLast());
        }

        @Override
        public double luminance(double level) {
            double at = level * (luminances.size() - 1);
            int i = Math.clamp((int) at, 0, luminances.size() - 2);
            return luminances.get(i) + (luminances.get(i + 1) - luminances.get(i)) * (at - i);
        }
    }

    private static void check(double black, double white) {
        if (!(black >= Gsdf.LEAST) || !(white <= Gsdf.MOST) || !(black < white)) {
            throw new IllegalArgumentException("a display from " + black + " to " + white
                    + " cd/m2; the standard display" + " function goes from " + Gsdf.LEAST + " to " + Gsdf.MOST);
        }
    }
}
