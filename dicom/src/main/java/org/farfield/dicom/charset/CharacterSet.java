package org.farfield.dicom.charset;

import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * A Specific Character Set (0008,0005): how the bytes of text stand for characters (PS3.3 C.12.1.1.2, PS3.5 6.1).
 * Immutable; any thread.
 *
 * <p>Decoding never fails: what cannot be read becomes U+FFFD, so that a wrong declaration is seen and not believed.
 * Encoding fails where a character cannot be written.
 */
public sealed interface CharacterSet permits WholeTextSet, CodeExtensionSet {
    /** The default repertoire, ISO_IR 6. */
    CharacterSet DEFAULT = new CodeExtensionSet(List.of(Repertoire.IR_6));

    /** Any language: ISO_IR 192. */
    CharacterSet UTF_8 = WholeTextSet.utf8();

    /**
     * The set that the values of (0008,0005) declare. A term that the standard does not define counts as the default
     * repertoire.
     */
    static CharacterSet of(List<String> terms) {
        if (terms.isEmpty() || (terms.size() == 1 && terms.getFirst().isEmpty())) {
            return DEFAULT;
        }
        WholeTextSet whole = WholeTextSet.of(terms.getFirst());
        if (whole != null) {
            return whole;
        }
        return new CodeExtensionSet(terms.stream().map(Repertoire::of).toList());
    }

    /** One text, in which a backslash is a character like any other: ST, LT, UT. */
    String decodeText(byte[] bytes, int offset, int length);

    /** Values between backslashes. {@code personName}: "^" and "=" too end a code extension (PS3.5 6.1.2.5.3). */
    List<String> decodeValues(byte[] bytes, int offset, int length, boolean personName);

    /** The bytes of one text. */
    byte[] encodeText(String text) throws CharacterCodingException;

    /** The bytes of values with backslashes between them; a backslash inside a value would divide it. */
    byte[] encodeValues(List<String> values, boolean personName) throws CharacterCodingException;
}
