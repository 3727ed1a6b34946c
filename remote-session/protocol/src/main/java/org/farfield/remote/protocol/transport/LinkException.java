package org.farfield.remote.protocol.transport;

import java.io.IOException;

/** No link came about, or it broke; the message names the peer and the cause and is meant for people. */
public final class LinkException extends IOException {
    /** What went wrong. */
    public enum Reason {
        /** Nothing answers at that address. */
        NOBODY_THERE,
        /** Something answers that does not speak this protocol. */
        NOT_FARFIELD,
        /** This side does not accept the other's certificate. */
        PEER_CERTIFICATE,
        /** The other side does not accept this side's certificate, or it is expired. */
        OWN_CERTIFICATE,
        /** The other side refused for another reason, such as no place left. */
        REFUSED,
        /** The link was closed. */
        CLOSED
    }

    private final Reason reason;

    LinkException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    LinkException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }
}
