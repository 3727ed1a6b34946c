package org.farfield.dicom;

import java.io.IOException;

/**
 * Input that cannot be used as DICOM. The message names the file (where there is one), the element and byte offset
 * (where known) and the cause; it never carries a patient's name.
 */
public class DicomException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, so that a summary can group files. */
    public enum Reason {
        /** The bytes are something else than DICOM; a scan of a folder may pass over them. */
        NOT_DICOM,
        /** It begins as DICOM and then breaks the encoding's rules. */
        MALFORMED,
        /** It ends before what it promised. */
        TRUNCATED,
        /** It is larger or deeper than the reader's limits. */
        LIMIT,
        /** It is right, but uses something that Farfield does not read. */
        UNSUPPORTED
    }

    private final Reason reason;

    /** With a complete message. */
    public DicomException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** With a complete message and what caused it. */
    public DicomException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of trouble it is. */
    public final Reason reason() {
        return reason;
    }

    /** The same trouble with the name of its file or peer in front. */
    public DicomException in(String origin) {
        return new DicomException(reason, origin + ": " + getMessage(), this);
    }
}
