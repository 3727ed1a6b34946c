package org.farfield.dicom.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UTF-8, GB18030 and GBK: one encoding for the whole text, no code extension (PS3.5 annex J). */
final class WholeTextSet implements CharacterSet {
    private final String term;
    private final Charset charset;

    private WholeTextSet(String term, Charset charset) {
        this.term = term;
        this.charset = charset;
    }

    static WholeTextSet utf8() {
        return new WholeTextSet("ISO_IR 192", StandardCharsets.UTF_8);
    }

    static @Nullable WholeTextSet of(String term) {
        return switch (term) {
            case "ISO_IR 192" -> utf8();
            case "GB18030" -> new WholeTextSet(term, Charset.forName("GB18030"));
            case "GBK" -> new WholeTextSet(term, Charset.forName("GBK"));
            default -> null;
        };
    }

    @Override
    public String decodeText(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, charset);
    }

    /** Divided after decoding: the second byte of a GBK character may look like a backslash. */
    @Override
    public List<String> decodeValues(byte[] bytes, int offset, int length, boolean personName) {
        return Arrays.asList(decodeText(bytes, offset, length).split("\\\\", -1));
    }

    @Override
    public byte[] encodeText(String text) throws CharacterCodingException {
        ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
        byte[] result = new byte[bytes.remaining()];
        bytes.get(result);
        return result;
    }

    @Override
    public byte[] encodeValues(List<String> values, boolean personName) throws CharacterCodingException {
        return encodeText(String.join("\\", values));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WholeTextSet that && term.equals(that.term);
    }

    @Override
    public int hashCode() {
        return term.hashCode();
    }

    @Override
    public String toString() {
        return term;
    }
}
