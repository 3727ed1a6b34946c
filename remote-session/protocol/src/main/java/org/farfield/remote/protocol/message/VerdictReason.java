package org.farfield.remote.protocol.message;

/** Why the gateway decided as it did. On the wire: the ordinal; constants are only ever appended. */
public enum VerdictReason {
    ACCEPTED,
    /** Made for a session before the gateway's last start. */
    OLD_SESSION_EPOCH,
    /** Made under a lease that has passed to somebody else. */
    OLD_LEASE_EPOCH,
    /** This sequence number was decided before. */
    REPEATED_SEQUENCE,
    /** A sequence number lower than one decided before, or one left out. */
    OUT_OF_ORDER,
    /** Its time to live ran out on the gateway's clock, or it was issued in the future. */
    EXPIRED,
    /** Made for another state version. */
    UNEXPECTED_STATE,
    /** Made for another plan revision. */
    STALE_PLAN_REVISION,
    BAD_SIGNATURE,
    WRONG_SCANNER,
    /** Another patient or another study. */
    WRONG_PATIENT,
    ROLE_MAY_NOT,
    /** The sender does not hold the lease. */
    NO_LEASE,
    /** Somebody else holds the lease or asked first. */
    LEASE_TAKEN,
    /** The plan is outside the scanner's limits. */
    LIMITS,
    /** The dose gate refused. */
    DOSE,
    IDENTITY_NOT_CONFIRMED,
    /** The hash is not that of the proposed plan. */
    HASH_MISMATCH,
    /** The link is too slow or too lossy for this. */
    TIER,
    /** An edit made in the read-back tier was not confirmed yet. */
    NOT_CONFIRMED,
    /** Not legal in the plan's or the scanner's present state. */
    NOT_LEGAL_IN_STATE,
    /** An interlock is open, or the scanner has a fault. */
    INTERLOCK,
    /** No fresh pressed hold of the local operator. */
    NO_HOLD,
    /** The scanner's own check refused. */
    SCANNER_REFUSED,
    /** Malformed beyond deciding anything else. */
    MALFORMED,
    /** Never on the wire from a gateway: no verdict came in time, the outcome is not known. */
    UNKNOWN
}
