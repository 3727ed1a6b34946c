package org.farfield.remote.protocol.message;

import java.io.IOException;

/** Bytes that are no message of this protocol; the message says which field was wrong and how. */
public final class ProtocolException extends IOException {
    /** What was wrong. */
    public ProtocolException(String message) {
        super(message);
    }

    /** What was wrong, and what it came from. */
    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
