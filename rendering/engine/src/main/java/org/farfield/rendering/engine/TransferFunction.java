package org.farfield.rendering.engine;

import java.util.List;

/**
 * Colour and opacity of values in the modality's unit (HU), each straight between its points and constant beyond the
 * first and the last. Opacity is what a millimetre of such tissue takes from the light, so that a picture does not
 * depend on how far apart its samples lie.
 *
 * @param edgePerMm where over 0, only borders are shown: the opacity of a place is multiplied by the change of value in
 *     a millimetre there over this one, up to 1
 */
public record TransferFunction(List<OpacityPoint> opacity, List<ColourPoint> colour, double edgePerMm) {

    /** How opaque a millimetre of a value is, 0 to 1. */
    public record OpacityPoint(double value, double opacity) {
        public OpacityPoint {
            if (!Double.isFinite(value) || !(opacity >= 0 && opacity <= 1)) {
                throw new IllegalArgumentException("opacity " + opacity + " at " + value);
            }
        }
    }

    /** Red, green and blue 0 to 1. */
    public record ColourPoint(double value, double red, double green, double blue) {
        public ColourPoint {
            if (!Double.isFinite(value + red + green + blue)) {
                throw new IllegalArgumentException("no colour at " + value);
            }
        }
    }

    public TransferFunction {
        opacity = List.copyOf(opacity);
        colour = List.copyOf(colour);
        if (opacity.size() < 2 || colour.isEmpty() || !(edgePerMm >= 0)) {
            throw new IllegalArgumentException(
                    "a transfer function of " + opacity.size() + " opacities and " + colour.size() + " colours");
        }
        for (int i = 1; i < opacity.size(); i++) {
            rising(opacity.get(i - 1).value(), opacity.get(i).value());
        }
        for (int i = 1; i < colour.size(); i++) {
            rising(colour.get(i - 1).value(), colour.get(i).value());
        }
    }

    private static void rising(double value, double next) {
        if (!(value < next)) {
            throw new IllegalArgumentException("a transfer function's values must rise: " + value + ", " + next);
        }
    }

    public TransferFunction(List<OpacityPoint> opacity, List<ColourPoint> colour) {
        this(opacity, colour, 0);
    }

    /** The opacity of a millimetre. */
    public double opacityAt(double value) {
        int after = 0;
        while (after < opacity.size() && opacity.get(after).value() <= value) {
            after++;
        }
        if (after == 0 || after == opacity.size()) {
            return opacity.get(Math.max(0, after - 1)).opacity();
        }
        OpacityPoint a = opacity.get(after - 1);
        OpacityPoint b = opacity.get(after);
        return a.opacity() + (b.opacity() - a.opacity()) * (value - a.value()) / (b.value() - a.value());
    }

    /** Red, green and blue. */
    public ColourPoint colourAt(double value) {
        int after = 0;
        while (after < colour.size() && colour.get(after).value() <= value) {
            after++;
        }
        if (after == 0 || after == colour.size()) {
            return colour.get(Math.max(0, after - 1));
        }
        ColourPoint a = colour.get(after - 1);
        ColourPoint b = colour.get(after);
        double f = (value - a.value()) / (b.value() - a.value());
        return new ColourPoint(
                value,
                a.red() + (b.red() - a.red()) * f,
                a.green() + (b.green() - a.green()) * f,
                a.blue() + (b.blue() - a.blue()) * f);
    }

    /** The same with every point moved by so much along the values. */
    public TransferFunction shifted(double by) {
        return new TransferFunction(
                opacity.stream()
                        .map(p -> new OpacityPoint(p.value() + by, p.opacity()))
                        .toList(),
                colour.stream()
                        .map(p -> new ColourPoint(p.value() + by, p.red(), p.green(), p.blue()))
                        .toList(),
                edgePerMm);
    }
}
