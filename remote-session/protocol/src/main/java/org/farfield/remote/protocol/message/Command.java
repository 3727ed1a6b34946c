package org.farfield.remote.protocol.message;

import java.util.Arrays;

/**
 * One wish of one operator, signed by him. The gateway answers each with exactly one {@link Verdict}.
 *
 * @param sessionEpoch of the state it was made for
 * @param sequence 1, 2, 3 ... of this operator since his last {@link Welcome}; also the idempotency key
 * @param leaseEpoch the fencing number known to the sender
 * @param issuedAtMillis the gateway's clock as the sender knows it: his wall clock plus the offset that he measured by
 *     {@link Heartbeat}, ms since 1970
 * @param timeToLiveMillis how long it may be obeyed after that
 * @param expectedStateVersion the state version it was made for
 * @param planRevision the plan revision it was made for
 * @param operator operator id = CN of the certificate
 * @param scannerId the scanner it is meant for
 * @param patientId the patient it is meant for, empty where there is none
 * @param studyUid the study it is meant for, empty where there is none
 * @param signature SHA256withECDSA (DER) over {@link CommandSignature#signedBytes(Command)}; empty = not signed yet
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record Command(
        long sessionEpoch,
        long sequence,
        long leaseEpoch,
        long issuedAtMillis,
        int timeToLiveMillis,
        long expectedStateVersion,
        long planRevision,
        String operator,
        String scannerId,
        String patientId,
        String studyUid,
        CommandPayload payload,
        byte[] signature)
        implements Message {

    /** The same command with another signature. */
    public Command withSignature(byte[] other) {
        return new Command(
                sessionEpoch,
                sequence,
                leaseEpoch,
                issuedAtMillis,
                timeToLiveMillis,
                expectedStateVersion,
                planRevision,
                operator,
                scannerId,
                patientId,
                studyUid,
                payload,
                other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command o
                && sessionEpoch == o.sessionEpoch
                && sequence == o.sequence
                && leaseEpoch == o.leaseEpoch
                && issuedAtMillis == o.issuedAtMillis
                && timeToLiveMillis == o.timeToLiveMillis
                && expectedStateVersion == o.expectedStateVersion
                && planRevision == o.planRevision
                && operator.equals(o.operator)
                && scannerId.equals(o.scannerId)
                && patientId.equals(o.patientId)
                && studyUid.equals(o.studyUid)
                && payload.equals(o.payload)
                && Arrays.equals(signature, o.signature);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence) * 31 + Arrays.hashCode(signature);
    }

    /** Without the patient: safe in a log. */
    @Override
    public String toString() {
        return "Command[" + operator + " #" + sequence + " " + payload + "]";
    }
}
