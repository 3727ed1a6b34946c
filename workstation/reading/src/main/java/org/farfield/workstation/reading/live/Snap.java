package org.farfield.workstation.reading.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.FieldLimit;

/** Keeps a dragged or nudged number on what a limit allows. */
final class Snap {

    private Snap() {}

    /** The allowed value nearest to {@code value}. */
    static double nearest(double value, FieldLimit limit) {
        return switch (limit) {
            case FieldLimit.Range(double minimum, double maximum, double step) -> {
                double within = Math.clamp(value, minimum, maximum);
                if (step == 0) {
                    yield within;
                }
                double stepped = minimum + Math.rint((within - minimum) / step) * step;
                yield stepped > maximum + 0.0005 ? stepped - step : stepped;
            }
            case FieldLimit.Choice(List<Double> values) ->
                values.stream()
                        .min(Comparator.comparingDouble(allowed -> Math.abs(allowed - value)))
                        .orElse(value);
        };
    }

    /** The allowed value {@code steps} steps away; a step is the limit's own, else {@code otherwise}. */
    static double step(double value, int steps, double otherwise, Optional<FieldLimit> limit) {
        return switch (limit.orElse(null)) {
            case null -> value + steps * otherwise;
            case FieldLimit.Range range ->
                nearest(nearest(value, range) + steps * (range.step() == 0 ? otherwise : range.step()), range);
            case FieldLimit.Choice choice -> {
                List<Double> values = choice.values();
                int at = values.indexOf(nearest(value, choice));
                yield values.isEmpty() ? value : values.get(Math.clamp(at + steps, 0, values.size() - 1));
            }
        };
    }
}
