package org.farfield.workstation.app;

import java.util.Locale;

/** Numbers as the screen writes them: a point, no grouping, a real minus sign, no minus zero. */
final class Numbers {
    private Numbers() {}

    /** Without needless decimals: 5, 2.5, 0.75. */
    static String plain(double number) {
        String digits = number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : trimmed(number);
        return signed(digits);
    }

    /** With a fixed number of decimals. */
    static String fixed(double number, int decimals) {
        return signed(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    private static String trimmed(double number) {
        return String.format(Locale.ROOT, "%.3f", number).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static String signed(String digits) {
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
        String unsigned = digits.startsWith("-") ? digits.substring(1) : digits;
        return digits.startsWith("-") && !zero ? "\u2212" + unsigned : unsigned;
    }
}
