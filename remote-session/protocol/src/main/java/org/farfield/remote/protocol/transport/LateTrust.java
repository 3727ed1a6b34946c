package org.farfield.remote.protocol.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets any client certificate through the TLS handshake of a QUIC server. The handshake still proves that the client
 * has the certificate's key; {@link QuicServer} checks the certificate itself
 * ({@link org.farfield.remote.protocol.identity.CertificateCheck}) before there is a link and before anything but one
 * short frame is read.
 *
 * <p>Why late: a refusal inside the handshake never reaches the client with the QUIC library used (it ends the
 * connection without telling), who then waits for nothing and takes a refusal for a blocked port. Refused late, the
 * client hears the cause in words. It also covers resumed sessions, which a handshake does not check again.
 */
final class LateTrust extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        present(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        present(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        present(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static void present(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no client certificate");
        }
    }
}
