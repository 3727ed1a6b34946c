package org.farfield.dicom.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A graphic character set of ISO 2022 as PS3.3 tables C.12-3 and C.12-4 list them: the escape sequence that invokes it,
 * the half of the code table it is invoked in, and its characters.
 */
enum GraphicSet {
    ASCII("(B", false, 1, "US-ASCII"),
    JIS_ROMAN("(J", false, 1, ""),
    LATIN_1("-A", true, 1, "ISO-8859-1"),
    LATIN_2("-B", true, 1, "ISO-8859-2"),
    LATIN_3("-C", true, 1, "ISO-8859-3"),
    LATIN_4("-D", true, 1, "ISO-8859-4"),
    CYRILLIC("-L", true, 1, "ISO-8859-5"),
    ARABIC("-G", true, 1, "ISO-8859-6"),
    GREEK("-F", true, 1, "ISO-8859-7"),
    HEBREW("-H", true, 1, "ISO-8859-8"),
    LATIN_5("-M", true, 1, "ISO-8859-9"),
    LATIN_9("-b", true, 1, "ISO-8859-15"),
    THAI("-T", true, 1, "TIS-620"),
    KATAKANA(")I", true, 1, ""),
    JIS_X_0208("$B", false, 2, "EUC-JP"),
    JIS_X_0212("$(D", false, 2, "EUC-JP"),
    KS_X_1001("$)C", true, 2, "EUC-KR"),
    GB_2312("$)A", true, 2, "GB2312");

    static final byte ESCAPE = 0x1B;
    static final char UNREADABLE = '\uFFFD';
    private static final byte SINGLE_SHIFT_3 = (byte) 0x8F;
    private static final int HALFWIDTH_OFFSET = 0xFF61 - 0xA1;

    private final String escape;
    private final boolean upper;
    private final int width;
    private final Charset charset;

    GraphicSet(String escape, boolean upper, int width, String charset) {
        this.escape = escape;
        this.upper = upper;
        this.width = width;
        this.charset = charset.isEmpty() ? StandardCharsets.US_ASCII : Charset.forName(charset);
    }

    /** The escape sequence, with its ESC. */
    byte[] escape() {
        return ('\u001B' + escape).getBytes(StandardCharsets.US_ASCII);
    }

    /** True when invoked in G1, for bytes from 0x80 on; false for G0. */
    boolean isUpper() {
        return upper;
    }

    /** Bytes a character: 1 or 2. */
    int width() {
        return width;
    }

    /** The character of one byte, its high bit as in the text. */
    char decode(int code) {
        return switch (this) {
            case ASCII -> (char) code;
            case JIS_ROMAN -> code == 0x5C ? '\u00A5' : code == 0x7E ? '\u203E' : (char) code;
            case KATAKANA -> code >= 0xA1 && code <= 0xDF ? (char) (code + HALFWIDTH_OFFSET) : UNREADABLE;
            default -> new String(new byte[] {(byte) code}, charset).charAt(0);
        };
    }

    /** The character of two bytes. */
    String decode(int first, int second) {
        byte high = (byte) (first | 0x80);
        byte low = (byte) (second | 0x80);
        return new String(
                this == JIS_X_0212 ? new byte[] {SINGLE_SHIFT_3, high, low} : new byte[] {high, low}, charset);
    }

    /** The code of a character in this set, one or two bytes big endian, or -1. */
    int encode(int character) {
        return switch (this) {
            case ASCII -> character < 0x80 ? character : -1;
            case JIS_ROMAN -> encodeRoman(character);
            case KATAKANA -> character >= 0xFF61 && character <= 0xFF9F ? character - HALFWIDTH_OFFSET : -1;
            default -> encodeByCharset(character);
        };
    }

    private static int encodeRoman(int character) {
        return switch (character) {
            case '\u00A5' -> 0x5C;
            case '\u203E' -> 0x7E;
            case '\\', '~' -> -1;
            default -> character < 0x80 ? character : -1;
        };
    }

    private int encodeByCharset(int character) {
        if (character < 0x80) {
            return -1;
        }
        byte[] code = Character.toString(character).getBytes(charset);
        if (width == 1) {
            return code.length == 1 && code[0] < 0 ? code[0] & 0xFF : -1;
        }
        int lead = this == JIS_X_0212 ? 1 : 0;
        if (code.length != lead + 2 || (lead == 1 && code[0] != SINGLE_SHIFT_3)) {
            return -1;
        }
        int first = code[lead] & 0xFF;
        int second = code[lead + 1] & 0xFF;
        if (first < 0xA1 || second < 0xA1) {
            return -1;
        }
        return upper ? first << 8 | second : (first & 0x7F) << 8 | (second & 0x7F);
    }
}
