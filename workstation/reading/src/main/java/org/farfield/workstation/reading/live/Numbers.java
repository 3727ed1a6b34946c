package org.farfield.workstation.reading.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers of a plan as people type and read them: no grouping, a point or a comma before the decimals. */
public final class Numbers {

    private static final int MOST_CHARACTERS = 24;

    private Numbers() {}

    /** The number typed, if it is one within a million (what a plan can hold). */
    public static Optional<Double> parse(String typed) {
        String text = typed.strip().replace(',', '.').replace('\u2212', '-');
        if (text.length() > MOST_CHARACTERS || !text.matches("[-+]?\\d{1,7}(\\.\\d*)?|[-+]?\\.\\d+")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        return Math.abs(number) <= 1e6 ? Optional.of(number) : Optional.empty();
    }

    /** As short as it can be with at most three decimals: {@code 0.625}, {@code 120}, {@code -12.5}. */
    public static String plain(double number) {
        return rounded(number, 3).stripTrailingZeros().toPlainString();
    }

    /** With exactly {@code decimals} decimals. */
    public static String fixed(double number, int decimals) {
        return rounded(number, decimals).toPlainString();
    }

    private static BigDecimal rounded(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO.setScale(decimals) : rounded;
    }
}
