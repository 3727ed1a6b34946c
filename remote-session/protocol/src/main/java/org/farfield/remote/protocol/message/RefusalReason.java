package org.farfield.remote.protocol.message;

/** Why a participant was not let in. On the wire: the ordinal; constants are only ever appended. */
public enum RefusalReason {
    /** The certificate was not issued by this site's authority, or cannot be read. */
    FOREIGN_CERTIFICATE,
    /** The certificate is not valid yet or no longer. */
    EXPIRED_CERTIFICATE,
    /** The signature does not fit the challenge and the certificate. */
    BAD_SIGNATURE,
    /** The operator id is not the one in the certificate. */
    WRONG_OPERATOR,
    /** The certificate's role does not cover the role asked for. */
    ROLE_NOT_COVERED,
    /** The same operator is already in the session. */
    ALREADY_PRESENT,
    /** No place left in the session. */
    FULL,
    /** No answer, or something else than an answer, to the challenge. */
    NO_ANSWER
}
