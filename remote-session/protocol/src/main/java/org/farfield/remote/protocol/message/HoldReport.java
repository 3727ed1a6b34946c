package org.farfield.remote.protocol.message;

import java.util.Arrays;

/**
 * The local operator's release button, reported every 50 to 100 ms while connected, pressed <em>and</em> not pressed.
 * Only these feed the dead-man. Signed like a command, so that nothing between operator and gateway can hold for him.
 *
 * @param holdSequence 1, 2, 3 ... since the last {@link Welcome}
 * @param issuedAtMillis the gateway's clock as the sender knows it, ms since 1970
 * @param planSha256 the hash of the plan that the operator sees; empty where none is proposed
 * @param operator operator id = CN of the certificate
 * @param signature SHA256withECDSA (DER) over {@link CommandSignature#signedBytes(HoldReport)}; empty = not signed yet
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record HoldReport(
        long sessionEpoch,
        long holdSequence,
        boolean pressed,
        long issuedAtMillis,
        String planSha256,
        String operator,
        byte[] signature)
        implements Message {

    /** The same report with another signature. */
    public HoldReport withSignature(byte[] other) {
        return new HoldReport(sessionEpoch, holdSequence, pressed, issuedAtMillis, planSha256, operator, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HoldReport o
                && sessionEpoch == o.sessionEpoch
                && holdSequence == o.holdSequence
                && pressed == o.pressed
                && issuedAtMillis == o.issuedAtMillis
                && planSha256.equals(o.planSha256)
                && operator.equals(o.operator)
                && Arrays.equals(signature, o.signature);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(holdSequence) * 31 + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "HoldReport[" + operator + " #" + holdSequence + (pressed ? " pressed" : " not pressed") + "]";
    }
}
