package org.farfield.remote.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a scanner allows in one field of a plan, in the field's unit. Immutable. */
public sealed interface FieldLimit {
    /** Whether the value is allowed, to within half a thousandth (the precision of a plan). */
    boolean allows(double value);

    /** What is allowed, for people: {@code 10 to 500 in steps of 5} or {@code one of 80, 100, 120}. */
    String text();

    /** From least to most, both allowed, in steps counted from the least; a step of 0 means any value between. */
    record Range(double minimum, double maximum, double step) implements FieldLimit {
        /** Refuses what is no range. */
        public Range {
            if (!(minimum <= maximum) || !(step >= 0) || Double.isInfinite(maximum - minimum)) {
                throw new IllegalArgumentException("no range: " + minimum + " to " + maximum + " step " + step);
            }
        }

        @Override
        public boolean allows(double value) {
            if (!(value >= minimum - 0.0005 && value <= maximum + 0.0005)) {
                return false;
            }
            return step == 0 || Math.abs(Math.IEEEremainder(value - minimum, step)) <= 0.0005;
        }

        @Override
        public String text() {
            return plain(minimum) + " to " + plain(maximum) + (step == 0 ? "" : " in steps of " + plain(step));
        }
    }

    /** One of a few values, ascending. */
    record Choice(List<Double> values) implements FieldLimit {
        /** Keeps its own copy. */
        public Choice {
            values = List.copyOf(values);
        }

        /** The values as written. */
        public static Choice of(double... values) {
            return new Choice(java.util.Arrays.stream(values).boxed().toList());
        }

        @Override
        public boolean allows(double value) {
            return values.stream().anyMatch(v -> Math.abs(v - value) <= 0.0005);
        }

        @Override
        public String text() {
            return "one of " + values.stream().map(FieldLimit::plain).collect(Collectors.joining(", "));
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(Math.rint(value * 1000) / 1000)
                .stripTrailingZeros()
                .toPlainString();
    }
}
