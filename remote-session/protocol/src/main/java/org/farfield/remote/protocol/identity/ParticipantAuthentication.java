package org.farfield.remote.protocol.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Challenge;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.Hello;
import org.farfield.remote.protocol.message.RefusalReason;

/**
 * The end-to-end proof between participant and gateway, the same whether a relay is between them or not: the gateway
 * sends a fresh challenge, the participant signs it with the key of his certificate. No network in here. Any thread.
 *
 * <p>Signed: the line {@code farfield-hello 1} and a zero byte, nonce (32 bytes), session epoch (i64), then scanner id,
 * operator and role name, each a u16 count of bytes and UTF-8.
 */
public final class ParticipantAuthentication {
    private final CertificateCheck check;
    private final SecureRandom random = new SecureRandom();

    /** The gateway's side. */
    public ParticipantAuthentication(CertificateCheck check) {
        this.check = check;
    }

    /** Gateway: a new challenge; to be answered once. */
    public Challenge challenge(long sessionEpoch, String scannerId) {
        byte[] nonce = new byte[Challenge.NONCE_BYTES];
        random.nextBytes(nonce);
        return new Challenge(nonce, sessionEpoch, scannerId);
    }

    /** Participant: the answer. */
    public static Hello answer(Challenge challenge, Identity self, Role asked) {
        byte[] signature = CommandSignature.sign(signedBytes(challenge, self.operator(), asked), self.key());
        try {
            return new Hello(self.operator(), asked, self.certificate().getEncoded(), signature);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("own certificate cannot be encoded", e);
        }
    }

    /** Gateway: whether the answer fits this challenge. The caller never takes two answers to one challenge. */
    public Authentication verify(Challenge challenge, Hello hello) {
        X509Certificate certificate;
        try {
            certificate = check.check(hello.certificate());
        } catch (CertificateFault fault) {
            RefusalReason reason = switch (fault.reason()) {
                case EXPIRED, NOT_YET_VALID -> RefusalReason.EXPIRED_CERTIFICATE;
                case FOREIGN, WRONG_USE, UNREADABLE -> RefusalReason.FOREIGN_CERTIFICATE;
            };
            return new Authentication.Denied(reason, String.valueOf(fault.getMessage()));
        }
        CertificateSubject subject = CertificateSubject.of(certificate);
        if (subject.id().isEmpty() || !subject.id().equals(hello.operator())) {
            return new Authentication.Denied(
                    RefusalReason.WRONG_OPERATOR,
                    "operator '" + hello.operator() + "' came with the certificate of " + subject);
        }
        Optional<Role> role = subject.role();
        if (role.isEmpty() || !role.get().covers(hello.role())) {
            return new Authentication.Denied(
                    RefusalReason.ROLE_NOT_COVERED,
                    "the certificate of " + subject + " does not allow to join as " + hello.role());
        }
        byte[] signed = signedBytes(challenge, hello.operator(), hello.role());
        if (!CommandSignature.verifies(signed, hello.signature(), certificate.getPublicKey())) {
            return new Authentication.Denied(
                    RefusalReason.BAD_SIGNATURE, "the answer of " + subject + " is not signed by its key");
        }
        return new Authentication.Admitted(hello.operator(), hello.role(), certificate);
    }

    private static byte[] signedBytes(Challenge challenge, String operator, Role role) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("farfield-hello 1\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(challenge.nonce());
        out.writeBytes(ByteBuffer.allocate(8).putLong(challenge.sessionEpoch()).array());
        for (String text : new String[] {challenge.scannerId(), operator, role.name()}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
