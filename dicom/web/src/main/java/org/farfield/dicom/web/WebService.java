package org.farfield.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where a DICOMweb service is and how it lets us in.
 *
 * @param root the address before {@code /studies}, without a query or a password
 * @param token sent with every request
 * @param tls whom to trust and who we are; without it the authorities that this Java trusts. Host names are always
 *     compared with the certificate.
 */
public record WebService(URI root, Optional<BearerToken> token, Optional<SSLContext> tls) {
    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when it is no plain http or https address, or a token would travel unprotected
     */
    public WebService {
        boolean web = "https".equals(root.getScheme()) || "http".equals(root.getScheme());
        if (!web || root.getHost() == null) {
            throw new IllegalArgumentException("the address of a DICOMweb service begins with https:// or http://");
        }
        if (root.getRawUserInfo() != null || root.getRawQuery() != null || root.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of a DICOMweb service has no user, query or fragment");
        }
        if (token.isPresent() && "http".equals(root.getScheme()) && !isLoopback(root.getHost())) {
            throw new IllegalArgumentException("a token is not sent over http: use https");
        }
        root = URI.create(root.toString().replaceAll("/+$", ""));
    }

    /** A service at an address, without a token. */
    public static WebService at(String address) {
        return new WebService(URI.create(address), Optional.empty(), Optional.empty());
    }

    /** Trust in the authorities of a PEM file alone. */
    public static SSLContext trusting(Path authorities) throws IOException {
        try (InputStream in = Files.newInputStream(authorities)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + count++, certificate);
            }
            if (count == 0) {
                throw new IOException(authorities + ": holds no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(authorities + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** The address alone. */
    @Override
    public String toString() {
        return root.toString();
    }
}
