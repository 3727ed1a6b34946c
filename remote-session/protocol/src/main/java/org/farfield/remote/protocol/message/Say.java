package org.farfield.remote.protocol.message;

import java.util.Arrays;

/**
 * A participant says a line to everybody. It names nobody: who said it is what the link proved. Signed, so that nothing
 * between him and the gateway can speak for him. It has no effect on control.
 *
 * @param number 1, 2, 3 ... since the last {@link Welcome}
 * @param signature SHA256withECDSA (DER) over {@link CommandSignature#signedBytes(Say)}; empty = not signed yet
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record Say(long sessionEpoch, long number, String text, byte[] signature) implements Message {

    /** The same line with another signature. */
    public Say withSignature(byte[] other) {
        return new Say(sessionEpoch, number, text, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Say o
                && sessionEpoch == o.sessionEpoch
                && number == o.number
                && text.equals(o.text)
                && Arrays.equals(signature, o.signature);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "Say[#" + number + "]";
    }
}
