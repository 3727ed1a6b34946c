package org.farfield.dicom.network.service;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.farfield.dicom.network.association.TlsIdentity;

/** An authority that lives as long as a test, and what it signed, as PEM files in a folder. */
final class Certificates {
    private final Path folder;
    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    Certificates(Path folder, String name) throws Exception {
        this.folder = folder;
        this.name = name;
        keys = keys();
        certificate = signed("CN=" + name, keys, "CN=" + name, keys, true);
        write(authority(), "CERTIFICATE", certificate.getEncoded());
    }

    Path authority() {
        return folder.resolve(name + ".ca.pem");
    }

    Path certificate(String subject) {
        return folder.resolve(name + "." + subject + ".cert.pem");
    }

    Path key(String subject) {
        return folder.resolve(name + "." + subject + ".key.pem");
    }

    TlsIdentity issue(String subject) throws Exception {
        KeyPair own = keys();
        X509Certificate signed = signed("CN=" + subject, own, "CN=" + name, keys, false);
        write(certificate(subject), "CERTIFICATE", signed.getEncoded());
        write(key(subject), "PRIVATE KEY", own.getPrivate().getEncoded());
        return TlsIdentity.pem(certificate(subject), key(subject), authority());
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(String subject, KeyPair keys, String issuer, KeyPair by, boolean authority)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Principal(issuer),
                                BigInteger.valueOf(subject.hashCode() & 0x7fffffff),
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                new X500Principal(subject),
                                keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    private static void write(Path file, String type, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type
                        + "-----\n");
    }
}
