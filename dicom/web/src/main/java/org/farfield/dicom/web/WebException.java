package org.farfield.dicom.web;

import java.io.IOException;

/** A DICOMweb service that did not do what it was asked. The message names the service and the cause, never a token. */
public final class WebException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it was. */
    public enum Kind {
        /** No connection: no such host, refused, out of time. */
        UNREACHABLE,
        /** TLS did not come about. */
        TLS,
        /** The service does not let us in: 401, 403. */
        UNAUTHORIZED,
        /** The service has no such thing: 404, 410. */
        ABSENT,
        /** The service refuses the request or fails: any other status. */
        REFUSED,
        /** The service was silent for too long. */
        TIMED_OUT,
        /** The connection ended in the middle. */
        LOST,
        /** The answer is not what PS3.18 says, or longer than any limit. */
        PROTOCOL,
        /** This side ended it. */
        CANCELLED
    }

    private final Kind kind;

    /** With a complete message. */
    public WebException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** With a complete message and what caused it. */
    public WebException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of trouble it was. */
    public Kind kind() {
        return kind;
    }
}
