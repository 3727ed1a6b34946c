package org.farfield.remote.protocol.identity;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks certificates against one site's authority (RFC 5280, no revocation lists): issued directly by it, for an
 * elliptic-curve key, valid now. Any thread.
 */
public final class CertificateCheck {
    private final X509Certificate authority;
    private final InstantSource clock;

    /** Against this authority, at this clock. */
    public CertificateCheck(X509Certificate authority, InstantSource clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** The certificate in DER form, checked. */
    public X509Certificate check(byte[] der) throws CertificateFault {
        X509Certificate certificate;
        try {
            certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new CertificateFault(
                    CertificateFault.Reason.UNREADABLE, "the certificate sent is no X.509 certificate", e);
        }
        check(certificate);
        return certificate;
    }

    /** The same, and that it is one for this end of a link. */
    public void check(X509Certificate certificate, PeerKind kind) throws CertificateFault {
        check(certificate);
        CertificateSubject subject = CertificateSubject.of(certificate);
        if (!kind.covers(subject)) {
            throw new CertificateFault(
                    CertificateFault.Reason.WRONG_USE,
                    "certificate of " + subject + " is not one for a "
                            + (kind == PeerKind.SERVER ? "gateway or relay" : "participant or relay"));
        }
    }

    /** Returns normally for a good certificate; throws what names its holder and the cause otherwise. */
    public void check(X509Certificate certificate) throws CertificateFault {
        Instant now = clock.instant();
        String whose = "certificate of " + CertificateSubject.of(certificate);
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw new CertificateFault(CertificateFault.Reason.EXPIRED, whose + " expired on " + shown(end));
        }
        Instant begin = certificate.getNotBefore().toInstant();
        if (now.isBefore(begin)) {
            throw new CertificateFault(
                    CertificateFault.Reason.NOT_YET_VALID,
                    whose + " is not valid before " + shown(begin) + "; this computer's clock says " + shown(now));
        }
        Instant authorityEnd = authority.getNotAfter().toInstant();
        if (now.isAfter(authorityEnd)) {
            throw new CertificateFault(
                    CertificateFault.Reason.EXPIRED,
                    "certificate of the site's authority " + name(authority) + " expired on " + shown(authorityEnd));
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
        } catch (CertPathValidatorException e) {
            throw new CertificateFault(
                    CertificateFault.Reason.FOREIGN,
                    whose + " was issued by "
                            + certificate.getIssuerX500Principal().getName() + ", which is not this site's authority "
                            + name(authority),
                    e);
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException | CertificateException e) {
            throw new CertificateFault(CertificateFault.Reason.UNREADABLE, whose + " cannot be checked", e);
        }
        if (!certificate.getPublicKey().getAlgorithm().equals("EC")) {
            throw new CertificateFault(CertificateFault.Reason.WRONG_USE, whose + " holds no elliptic-curve key");
        }
    }

    private static String name(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return name + " (SHA-256 " + java.util.HexFormat.of().formatHex(digest, 0, 4) + ")";
        } catch (GeneralSecurityException e) {
            return name;
        }
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
