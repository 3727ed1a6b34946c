package org.farfield.dicom.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) to maps, lists, texts, {@link BigDecimal} numbers, booleans and {@code null}, with bounded depth. One
 * use.
 */
final class JsonText {
    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 400;

    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    /** The one value that the text is. */
    @Nullable
    Object whole() throws DicomException {
        Object value = value(0);
        space();
        if (at < text.length()) {
            throw wrong("something follows the end");
        }
        return value;
    }

    /** Writes a text with quotes. */
    static void quote(String value, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private @Nullable Object value(int depth) throws DicomException {
        if (depth > DEEPEST) {
            throw new DicomException(DicomException.Reason.LIMIT, "JSON nests deeper than " + DEEPEST);
        }
        space();
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws DicomException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw wrong("a member's name is expected");
            }
            String name = string();
            space();
            take(':');
            members.put(name, value(depth + 1));
            space();
            if (peek() == ',') {
                at++;
            } else {
                take('}');
                return members;
            }
        }
    }

    private List<@Nullable Object> array(int depth) throws DicomException {
        List<@Nullable Object> values = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return values;
        }
        while (true) {
            values.add(value(depth + 1));
            space();
            if (peek() == ',') {
                at++;
            } else {
                take(']');
                return values;
            }
        }
    }

    private String string() throws DicomException {
        StringBuilder out = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < 0x20) {
                throw wrong("a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws DicomException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong("four hexadecimal digits are expected");
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong("no such escape");
        };
    }

    private BigDecimal number() throws DicomException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start || at - start > LONGEST_NUMBER) {
            throw wrong("a value is expected");
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(start, at));
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw wrong("a number out of range");
            }
            return number;
        } catch (NumberFormatException e) {
            throw wrong("no number");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) throws DicomException {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws DicomException {
        if (at >= text.length()) {
            throw new DicomException(DicomException.Reason.TRUNCATED, "JSON ends too early");
        }
        return text.charAt(at);
    }

    private void take(char expected) throws DicomException {
        if (peek() != expected) {
            throw wrong("'" + expected + "' is expected");
        }
        at++;
    }

    private DicomException wrong(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JSON, character " + at + ": " + what);
    }
}
