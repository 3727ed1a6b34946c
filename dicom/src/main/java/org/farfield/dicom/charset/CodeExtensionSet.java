package org.farfield.dicom.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.UnmappableCharacterException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single-byte repertoires and ISO 2022 code extension (PS3.5 6.1.2.5, annexes H, I, K).
 *
 * <p>Two graphic sets are in force at any point of a text: G0 for bytes below 0x80 and G1 for those above. The first
 * value of (0008,0005) says with which a text begins; an escape sequence replaces one of them; a line end, a backslash
 * between values and, in person names, "^" and "=" bring the first ones back. Inside a two-byte set of G0 (Japanese
 * kanji) a byte that looks like a backslash is half of a character. On reading, each escape sequence of the standard is
 * followed even where (0008,0005) does not announce it.
 */
final class CodeExtensionSet implements CharacterSet {
    private final List<Repertoire> repertoires;
    private final GraphicSet firstLower;
    private final @Nullable GraphicSet firstUpper;

    CodeExtensionSet(List<Repertoire> repertoires) {
        this.repertoires = repertoires;
        Repertoire first = repertoires.getFirst();
        this.firstLower = first.lower().width() == 2 ? GraphicSet.ASCII : first.lower();
        this.firstUpper = first.upper();
    }

    @Override
    public String decodeText(byte[] bytes, int offset, int length) {
        return new Decoding(bytes, offset, length, false, false).run().getFirst();
    }

    @Override
    public List<String> decodeValues(byte[] bytes, int offset, int length, boolean personName) {
        return new Decoding(bytes, offset, length, true, personName).run();
    }

    @Override
    public byte[] encodeText(String text) throws CharacterCodingException {
        return new Encoding(false, false).run(text);
    }

    @Override
    public byte[] encodeValues(List<String> values, boolean personName) throws CharacterCodingException {
        return new Encoding(true, personName).run(String.join("\\", values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodeExtensionSet that && repertoires.equals(that.repertoires);
    }

    @Override
    public int hashCode() {
        return repertoires.hashCode();
    }

    @Override
    public String toString() {
        return repertoires.toString();
    }

    private static boolean endsExtension(int character, boolean divided, boolean personName) {
        return character < 0x20
                || (divided && character == '\\')
                || (personName && (character == '^' || character == '='));
    }

    private final class Decoding {
        private final byte[] bytes;
        private final int end;
        private final boolean divided;
        private final boolean personName;
        private final List<String> values = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int at;
        private GraphicSet lower = firstLower;
        private @Nullable GraphicSet upper = firstUpper;

        Decoding(byte[] bytes, int offset, int length, boolean divided, boolean personName) {
            this.bytes = bytes;
            this.at = offset;
            this.end = offset + length;
            this.divided = divided;
            this.personName = personName;
        }

        List<String> run() {
            while (at < end) {
                int code = bytes[at] & 0xFF;
                if (code == GraphicSet.ESCAPE) {
                    invoke();
                } else if (code == 0x20) {
                    text.append(' ');
                    at++;
                } else if (code >= 0x80) {
                    decodeUpper(code);
                } else if (code > 0x20 && lower.width() == 2) {
                    decodePair(lower, code, 0x21, 0x7E);
                } else {
                    decodeSingle(code);
                }
            }
            values.add(text.toString());
            return values;
        }

        private void decodeSingle(int code) {
            at++;
            boolean over = endsExtension(code, divided, personName);
            if (over) {
                lower = firstLower;
                upper = firstUpper;
            }
            if (divided && code == '\\') {
                values.add(text.toString());
                text.setLength(0);
            } else {
                text.append(over ? (char) code : lower.decode(code));
            }
        }

        private void decodeUpper(int code) {
            GraphicSet set = upper;
            if (set == null) {
                text.append(GraphicSet.UNREADABLE);
                at++;
            } else if (set.width() == 2) {
                decodePair(set, code, 0xA1, 0xFE);
            } else {
                text.append(set.decode(code));
                at++;
            }
        }

        private void decodePair(GraphicSet set, int first, int lowest, int highest) {
            int second = at + 1 < end ? bytes[at + 1] & 0xFF : -1;
            if (second < lowest || second > highest) {
                text.append(GraphicSet.UNREADABLE);
                at++;
            } else {
                text.append(set.decode(first, second));
                at += 2;
            }
        }

        private void invoke() {
            for (GraphicSet set : GraphicSet.values()) {
                byte[] escape = set.escape();
                if (end - at >= escape.length
                        && java.util.Arrays.equals(bytes, at, at + escape.length, escape, 0, escape.length)) {
                    if (set.isUpper()) {
                        upper = set;
                    } else {
                        lower = set;
                    }
                    at += escape.length;
                    return;
                }
            }
            text.append(GraphicSet.UNREADABLE);
            at++;
        }
    }

    private final class Encoding {
        private final boolean divided;
        private final boolean personName;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private GraphicSet lower = firstLower;
        private @Nullable GraphicSet upper = firstUpper;

        Encoding(boolean divided, boolean personName) {
            this.divided = divided;
            this.personName = personName;
        }

        byte[] run(String text) throws CharacterCodingException {
            for (int i = 0; i < text.length(); ) {
                int character = text.codePointAt(i);
                if (endsExtension(character, divided, personName)) {
                    end();
                    out.write(character);
                } else {
                    encode(character);
                }
                i += Character.charCount(character);
            }
            end();
            return out.toByteArray();
        }

        /** The lower half goes back by its escape sequence; the upper half does so by itself. */
        private void end() {
            if (lower != firstLower) {
                out.writeBytes(firstLower.escape());
                lower = firstLower;
            }
            upper = firstUpper;
        }

        private void encode(int character) throws CharacterCodingException {
            if (write(lower, character) || write(upper, character)) {
                return;
            }
            if (write(firstLower, character) || write(firstUpper, character)) {
                return;
            }
            for (Repertoire repertoire : repertoires.subList(1, repertoires.size())) {
                if (write(repertoire.lower(), character) || write(repertoire.upper(), character)) {
                    return;
                }
            }
            throw new UnmappableCharacterException(1);
        }

        private boolean write(@Nullable GraphicSet set, int character) {
            int code = set == null ? -1 : set.encode(character);
            if (set == null || code < 0 || (divided && code == '\\')) {
                return false;
            }
            if (set != lower && set != upper) {
                out.writeBytes(set.escape());
                if (set.isUpper()) {
                    upper = set;
                } else {
                    lower = set;
                }
            }
            if (set.width() == 2) {
                out.write(code >> 8);
            }
            out.write(code);
            return true;
        }
    }
}
