package org.farfield.remote.protocol.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who this side of a link is: its key, its certificate and the authority whose certificates it accepts. Immutable.
 *
 * @param key P-256 private key
 * @param chain own certificate first
 * @param authority the site's authority
 */
public record Identity(PrivateKey key, List<X509Certificate> chain, X509Certificate authority) {
    /** Keeps its own copy; refuses an empty chain. */
    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate");
        }
    }

    /** The own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Whom the own certificate names. */
    public CertificateSubject subject() {
        return CertificateSubject.of(certificate());
    }

    /** The operator id: CN of the own certificate. */
    public String operator() {
        return subject().id();
    }

    /** Without the key: safe in a log. */
    @Override
    public String toString() {
        return "Identity[" + subject() + "]";
    }
}
