package org.farfield.dicom.network.association;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Key, certificate chain and the authorities whose peers are trusted: both sides show a certificate (PS3.15 B.12, the
 * non-downgrading BCP 195 profile: TLS 1.2 or 1.3, nothing older, only suites of RFC 9325 with forward secrecy and
 * authenticated encryption). Certificates of DICOM systems often name no host; a peer is who the authority says, not
 * where it answers.
 */
public final class TlsIdentity {
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final List<X509Certificate> authorities;

    private TlsIdentity(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> authorities) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.authorities = List.copyOf(authorities);
    }

    /**
     * From PEM files.
     *
     * @param certificate our certificate, then those up to the authority
     * @param key PKCS #8 or RSA PKCS #1, not encrypted
     * @param authorities certificates of the authorities whose peers are trusted
     */
    public static TlsIdentity pem(Path certificate, Path key, Path authorities) throws IOException {
        return new TlsIdentity(
                PemFiles.key(key), PemFiles.certificates(certificate), PemFiles.certificates(authorities));
    }

    /** From a PKCS #12 file with one key, and PEM certificates of the authorities. */
    public static TlsIdentity pkcs12(Path file, char[] password, Path authorities) throws IOException {
        try {
            Pkcs12Entry entry = Pkcs12Entry.read(file, password);
            return new TlsIdentity(entry.key(), entry.chain(), PemFiles.certificates(authorities));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    SslContext client() throws SSLException {
        return finished(SslContextBuilder.forClient().keyManager(key, chain));
    }

    SslContext server() throws SSLException {
        return finished(SslContextBuilder.forServer(key, chain).clientAuth(ClientAuth.REQUIRE));
    }

    /**
     * The same identity and trust for other protocols than DIMSE, such as HTTP; there, host names are compared too.
     *
     * @throws IOException when this Java cannot use the key
     */
    public SSLContext context() throws IOException {
        try {
            char[] none = new char[0];
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, none);
            store.setKeyEntry("own", key, none, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, none);
            for (int i = 0; i < authorities.size(); i++) {
                trusted.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the key or the certificates cannot be used: " + e.getMessage(), e);
        }
    }

    private SslContext finished(SslContextBuilder builder) throws SSLException {
        return builder.sslProvider(SslProvider.JDK)
                .trustManager(authorities)
                .endpointIdentificationAlgorithm(null)
                .protocols(PROTOCOLS)
                .ciphers(SUITES)
                .applicationProtocolConfig(ApplicationProtocolConfig.DISABLED)
                .build();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TlsIdentity of " + chain.getFirst().getSubjectX500Principal();
    }
}
