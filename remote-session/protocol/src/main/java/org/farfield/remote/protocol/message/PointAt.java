package org.farfield.remote.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * A participant points, or has stopped pointing. At most 20 a second; the newest counts, any may be lost. It names
 * nobody: who points is what the link proved.
 *
 * @param number 1, 2, 3 ... since the last {@link Welcome}
 * @param spot where; empty = no longer
 * @param signature SHA256withECDSA (DER) over {@link CommandSignature#signedBytes(PointAt)}; empty = not signed yet
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record PointAt(long sessionEpoch, long number, Optional<PointedSpot> spot, byte[] signature) implements Message {

    /** The same with another signature. */
    public PointAt withSignature(byte[] other) {
        return new PointAt(sessionEpoch, number, spot, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointAt o
                && sessionEpoch == o.sessionEpoch
                && number == o.number
                && spot.equals(o.spot)
                && Arrays.equals(signature, o.signature);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "PointAt[#" + number + " " + spot + "]";
    }
}
