package org.farfield.remote.protocol.identity;

import java.security.cert.CertificateException;

/** A certificate that is not accepted; the message names whose it is and why, and is meant for people. */
public final class CertificateFault extends CertificateException {
    /** Why. */
    public enum Reason {
        EXPIRED,
        NOT_YET_VALID,
        /** Not issued by this site's authority. */
        FOREIGN,
        /** Right authority, but not for what it is used for here. */
        WRONG_USE,
        UNREADABLE
    }

    private final Reason reason;

    CertificateFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    CertificateFault(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the certificate is not accepted. */
    public Reason reason() {
        return reason;
    }
}
