package org.farfield.dicom.network.association;

import java.io.IOException;

/** An association that did not come about or broke. The message names the peer and the cause. */
public final class AssociationException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of end it was. */
    public enum Kind {
        /** No connection: no such host, refused, out of time. */
        UNREACHABLE,
        /** TLS did not come about. */
        TLS,
        /** The peer refused the association. */
        REJECTED,
        /** The peer, or its upper layer, aborted. */
        ABORTED,
        /** The connection ended in the middle. */
        LOST,
        /** The peer was silent for too long. */
        TIMED_OUT,
        /** The peer broke the protocol. */
        PROTOCOL,
        /** The peer does not take what is needed, such as a presentation context. */
        UNSUPPORTED,
        /** This side ended it. */
        CLOSED
    }

    private final Kind kind;

    /** With a complete message. */
    public AssociationException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What kind of end it was. */
    public Kind kind() {
        return kind;
    }

    /** The same with the peer's name in front. */
    AssociationException with(String peer) {
        AssociationException named = new AssociationException(kind, peer + ": " + getMessage());
        named.initCause(this);
        return named;
    }
}
