package org.farfield.remote.protocol.message;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The gateway's first word to a participant, and again whenever the relay between them had to connect anew: whoever
 * gets it answers with a {@link Hello} and starts his sequences anew.
 *
 * @param nonce 32 random bytes, used once
 * @param scannerId the scanner behind the gateway; part of what the answer signs
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record Challenge(byte[] nonce, long sessionEpoch, String scannerId) implements Message {
    /** Length of the nonce in bytes. */
    public static final int NONCE_BYTES = 32;

    /** Refuses a nonce of another length. */
    public Challenge {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("nonce: " + nonce.length + " bytes, not " + NONCE_BYTES);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Challenge o
                && Arrays.equals(nonce, o.nonce)
                && sessionEpoch == o.sessionEpoch
                && scannerId.equals(o.scannerId);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce) * 31 + Long.hashCode(sessionEpoch);
    }

    @Override
    public String toString() {
        return "Challenge[nonce=" + HexFormat.of().formatHex(nonce, 0, 4) + "..., sessionEpoch=" + sessionEpoch
                + ", scannerId=" + scannerId + "]";
    }
}
