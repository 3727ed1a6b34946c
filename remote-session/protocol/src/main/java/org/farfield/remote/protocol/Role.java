package org.farfield.remote.protocol;

/**
 * What a participant of a session may do. A role is an attribute of the participant's certificate (subject OU = the
 * name of the constant) and can only be lowered when joining, never raised. Each role may all that the one before it
 * may. Immutable. On the wire: the ordinal; constants are only ever appended.
 */
public enum Role {
    /** Sees and listens. */
    OBSERVER,
    /** Observes, points, annotates, talks, stops. */
    CONSULTANT,
    /** Consultant that may also hold the control lease: edits and proposes the plan, moves the table while held. */
    REMOTE_OPERATOR,
    /** At the scanner: grants and revokes the lease, accepts a plan, holds to release X-rays. */
    LOCAL_OPERATOR;

    /** Stop is legal from every state, from consultant up. */
    public boolean mayStop() {
        return this != OBSERVER;
    }

    /** May point into the patient, from consultant up. */
    public boolean mayPoint() {
        return this != OBSERVER;
    }

    /** May ask for, hold and give back the control lease. */
    public boolean mayHoldLease() {
        return this == REMOTE_OPERATOR || this == LOCAL_OPERATOR;
    }

    /** May grant, refuse and revoke the lease, accept or reject a plan, arm, confirm the patient. */
    public boolean mayRelease() {
        return this == LOCAL_OPERATOR;
    }

    /** Whether a certificate with this role lets its holder join as {@code asked}. */
    public boolean covers(Role asked) {
        return asked.compareTo(this) <= 0;
    }
}
