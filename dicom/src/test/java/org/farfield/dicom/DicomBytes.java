package org.farfield.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes elements byte by byte for tests, wrong ones too; independent of the product's writer. */
final class DicomBytes {
    static final long UNDEFINED = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean bigEndian;

    DicomBytes(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    /** Preamble, "DICM" and a meta information with a transfer syntax. */
    static DicomBytes file(String transferSyntaxUid) {
        DicomBytes bytes = new DicomBytes(false);
        bytes.out.writeBytes(new byte[128]);
        bytes.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        String padded = transferSyntaxUid.length() % 2 == 0 ? transferSyntaxUid : transferSyntaxUid + "\0";
        return bytes.explicit(Tag.TRANSFER_SYNTAX_UID, "UI", padded);
    }

    DicomBytes explicit(int tag, String vr, String value) {
        return explicit(tag, vr, value.length()).raw(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The head of an element: the length as told, true or not. */
    DicomBytes explicit(int tag, String vr, long length) {
        tag(tag);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        Vr known = Vr.ofLetters(vr.charAt(0), vr.charAt(1));
        return known == null || known.hasLongLength() ? n16(0).n32(length) : n16((int) length);
    }

    DicomBytes implicit(int tag, String value) {
        return implicit(tag, value.length()).raw(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    DicomBytes implicit(int tag, long length) {
        return tag(tag).n32(length);
    }

    DicomBytes item(long length) {
        return tag(0xFFFEE000).n32(length);
    }

    DicomBytes itemEnd() {
        return tag(0xFFFEE00D).n32(0);
    }

    DicomBytes sequenceEnd() {
        return tag(0xFFFEE0DD).n32(0);
    }

    DicomBytes tag(int tag) {
        return n16(tag >>> 16).n16(tag);
    }

    DicomBytes n16(int value) {
        out.write(bigEndian ? value >> 8 : value);
        out.write(bigEndian ? value : value >> 8);
        return this;
    }

    DicomBytes n32(long value) {
        int high = (int) (value >> 16);
        return bigEndian ? n16(high).n16((int) value) : n16((int) value).n16(high);
    }

    DicomBytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
