package org.farfield.remote.protocol.message;

/** The most bytes (UTF-8) of each kind of string, and the most elements of each list. */
final class Bounds {
    /** Identifiers: operators, scanners, UIDs (DICOM allows 64), accession numbers. */
    static final int ID = 128;

    /** A person's name with three groups in DICOM. */
    static final int NAME = 512;

    /** A line for people. */
    static final int TEXT = 1024;

    /** A hash as hexadecimal digits, a kernel, a date. */
    static final int WORD = 64;

    /** An X.509 certificate, DER. */
    static final int CERTIFICATE = 4096;

    /** An ECDSA signature on P-256, DER: at most 72 bytes. */
    static final int SIGNATURE = 80;

    /** People in one session. */
    static final int PARTICIPANTS = 200;

    /** Open interlocks. */
    static final int INTERLOCKS = 32;

    /** Kernels of a scanner, values of a choice. */
    static final int CHOICES = 256;

    /** A line of chat: 500 characters of at most four bytes. */
    static final int CHAT = 4 * ChatText.MOST_CHARACTERS;

    /** Lines of chat in one message. */
    static final int CHAT_LINES = 64;

    private Bounds() {}
}
