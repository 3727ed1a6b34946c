package org.farfield.launcher;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * One JSON text (RFC 8259) on one line. Members keep the order in which they were put. Values are strings, numbers,
 * booleans, {@code null} through {@link #putNull}, lists and maps of these, and other lines.
 */
public final class JsonLine {
    private final StringBuilder text = new StringBuilder("{");

    /** Adds a member; a double that is not finite, which JSON cannot say, becomes {@code null}. */
    public JsonLine put(String name, Object value) {
        key(name);
        write(value);
        return this;
    }

    /** Adds a member that is known to have no value. */
    public JsonLine putNull(String name) {
        key(name);
        text.append("null");
        return this;
    }

    private void key(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name);
        text.append(':');
    }

    private void write(Object value) {
        switch (value) {
            case Double d when !Double.isFinite(d) -> text.append("null");
            case Double d -> text.append(number(d));
            case Number n -> text.append(n);
            case Boolean b -> text.append(b);
            case JsonLine line -> text.append(line);
            case double[] numbers -> {
                text.append('[');
                for (int i = 0; i < numbers.length; i++) {
                    text.append(i == 0 ? "" : ",");
                    write(numbers[i]);
                }
                text.append(']');
            }
            case Collection<?> values -> list(values);
            case Map<?, ?> members -> {
                JsonLine inner = new JsonLine();
                members.forEach((k, v) -> inner.put(String.valueOf(k), v));
                text.append(inner);
            }
            default -> quote(value.toString());
        }
    }

    private void list(Collection<?> values) {
        text.append('[');
        String separator = "";
        for (Object value : values) {
            text.append(separator);
            write(value);
            separator = ",";
        }
        text.append(']');
    }

    /** At most six decimals, none where the value is whole, so that 0.7 mm reads as 0.7. */
    private static String number(double value) {
        String fixed = String.format(Locale.ROOT, "%.6f", value);
        String bare = fixed.replaceFirst("\\.?0+$", "");
        return bare.equals("-0") ? "0" : bare;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || loneSurrogate(value, i)) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean loneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    /** The line, without a line break. */
    @Override
    public String toString() {
        return text + "}";
    }
}
