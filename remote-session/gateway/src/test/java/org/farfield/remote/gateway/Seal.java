package org.farfield.remote.gateway;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.HoldReport;

/**
 * Stands for a signature where tens of thousands of runs are made: a hash over the operator's secret, which is his
 * name, and everything that a real signature covers. Who does not seal with the name cannot make it.
 */
final class Seal implements SignatureCheck {
    /** An operator's key: known by what it is called. */
    record Key(String operator) implements PublicKey {
        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "seal";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }

    static Command seal(Command command, String as) {
        return command.withSignature(hash(CommandSignature.signedBytes(command), as));
    }

    static HoldReport seal(HoldReport report, String as) {
        return report.withSignature(hash(CommandSignature.signedBytes(report), as));
    }

    @Override
    public boolean verifies(Command command, PublicKey key) {
        return fits(CommandSignature.signedBytes(command), command.signature(), key);
    }

    @Override
    public boolean verifies(HoldReport report, PublicKey key) {
        return fits(CommandSignature.signedBytes(report), report.signature(), key);
    }

    private static boolean fits(byte[] bytes, byte[] signature, PublicKey key) {
        return Arrays.equals(signature, hash(bytes, ((Key) key).operator()));
    }

    private static byte[] hash(byte[] bytes, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(bytes), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
