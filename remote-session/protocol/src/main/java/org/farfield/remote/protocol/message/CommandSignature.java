package org.farfield.remote.protocol.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/**
 * Signs commands, hold reports, chat and pointers with the operator's key and verifies them with the one in his
 * certificate: SHA256withECDSA on P-256, DER. What is signed is a line that says what kind of thing it is, ended by a
 * zero byte, and then every field as on the wire without the signature. Stateless; any thread.
 */
public final class CommandSignature {
    private static final String ALGORITHM = "SHA256withECDSA";

    private CommandSignature() {}

    /** What the signature of a command covers. */
    public static byte[] signedBytes(Command command) {
        WireWriter out = new WireWriter().raw(domain("farfield-command 1"));
        CommandWire.writeSigned(out, command);
        return out.bytes();
    }

    /** What the signature of a hold report covers. */
    public static byte[] signedBytes(HoldReport report) {
        WireWriter out = new WireWriter().raw(domain("farfield-hold 1"));
        CommandWire.writeSigned(out, report);
        return out.bytes();
    }

    /** What the signature of a line of chat covers. */
    public static byte[] signedBytes(Say say) {
        WireWriter out = new WireWriter().raw(domain("farfield-say 1"));
        TalkWire.writeSigned(out, say);
        return out.bytes();
    }

    /** What the signature of a pointer covers. */
    public static byte[] signedBytes(PointAt point) {
        WireWriter out = new WireWriter().raw(domain("farfield-point 1"));
        TalkWire.writeSigned(out, point);
        return out.bytes();
    }

    /** The same command, signed. */
    public static Command sign(Command command, PrivateKey key) {
        return command.withSignature(sign(signedBytes(command), key));
    }

    /** The same report, signed. */
    public static HoldReport sign(HoldReport report, PrivateKey key) {
        return report.withSignature(sign(signedBytes(report), key));
    }

    /** Whether the holder of the key signed exactly this command. */
    public static boolean verifies(Command command, PublicKey key) {
        return verifies(signedBytes(command), command.signature(), key);
    }

    /** Whether the holder of the key signed exactly this report. */
    public static boolean verifies(HoldReport report, PublicKey key) {
        return verifies(signedBytes(report), report.signature(), key);
    }

    /** Signs any bytes; throws where the key is none for ECDSA. */
    public static byte[] sign(byte[] bytes, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this key cannot sign with " + ALGORITHM, e);
        }
    }

    /** Whether the signature over any bytes is right; false for a malformed one and for a key of another kind. */
    public static boolean verifies(byte[] bytes, byte[] signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] domain(String line) {
        return (line + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
