package org.farfield.remote.protocol.transport;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.PeerKind;

/**
 * Which peers a TLS handshake lets through: a certificate of the site's authority, valid now; towards a server, that of
 * a gateway or relay; towards a client, that of a person or relay. Host names are not looked at: who somebody is stands
 * in the subject. Each refusal is also told in words. Any thread.
 */
final class PeerTrust extends X509ExtendedTrustManager {
    private final CertificateCheck check;
    private final Consumer<CertificateFault> refusals;

    PeerTrust(Identity self, InstantSource clock, Consumer<CertificateFault> refusals) {
        this.check = new CertificateCheck(self.authority(), clock);
        this.refusals = refusals;
    }

    private void check(X509Certificate[] chain, PeerKind kind) throws CertificateFault {
        try {
            check.check(chain[0], kind);
        } catch (CertificateFault fault) {
            refusals.accept(fault);
            throw fault;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateFault {
        check(chain, PeerKind.CLIENT);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateFault {
        check(chain, PeerKind.SERVER);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateFault {
        check(chain, PeerKind.CLIENT);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateFault {
        check(chain, PeerKind.SERVER);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateFault {
        check(chain, PeerKind.CLIENT);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateFault {
        check(chain, PeerKind.SERVER);
    }

    /** None named, so that a peer with a foreign certificate sends it and is told so. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
