package org.farfield.dicom.network.pdu;

import java.io.IOException;

/** Bytes that are no PDU or break a limit. {@link #reason()} is what an A-ABORT says of it (PS3.8 table 9-26). */
public final class MalformedPdu extends IOException {
    private static final long serialVersionUID = 1L;

    public static final int UNRECOGNIZED = 1;
    public static final int UNEXPECTED_PARAMETER = 5;
    public static final int INVALID_VALUE = 6;

    private final int reason;

    /** With the reason for the peer and the text for the log. */
    public MalformedPdu(int reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The reason of table 9-26. */
    public int reason() {
        return reason;
    }
}
