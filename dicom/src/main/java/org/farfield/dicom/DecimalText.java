package org.farfield.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal String, DS: at most 16 characters of digits, sign, point and exponent (PS3.5 6.2). */
final class DecimalText {
    private static final int LONGEST = 16;

    private DecimalText() {}

    /** The number, or NaN when the text is none. Java's own extras ("NaN", "1f", "0x1p3") are not numbers here. */
    static double parse(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException expected) {
            return Double.NaN;
        }
    }

    /** The shortest text of the number that fits, else as many digits as fit. */
    static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("DS cannot write " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int digits = 17; digits > 0; digits--) {
            BigDecimal rounded =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            if (plain.length() <= LONGEST) {
                return plain;
            }
            String scientific = rounded.toString();
            if (scientific.length() <= LONGEST && scientific.indexOf('E') >= 0) {
                return scientific;
            }
        }
        throw new IllegalArgumentException("DS cannot write " + value);
    }
}
