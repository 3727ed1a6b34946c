package org.farfield.remote.protocol.transport;

import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.farfield.remote.protocol.identity.Identity;
import org.jspecify.annotations.Nullable;

/** TLS 1.3 only, both sides with certificates, ALPN {@value #PROTOCOL}, no early data, for TCP (the JDK's) and QUIC. */
final class TlsContexts {
    static final String PROTOCOL = "farfield/1";
    private static final long RESUMPTION_SECONDS = 60;

    private TlsContexts() {}

    static SslContext tcpServer(Identity self, PeerTrust trust) throws SSLException {
        return tcp(SslContextBuilder.forServer(self.key(), chain(self)).clientAuth(ClientAuth.REQUIRE), trust);
    }

    static SslContext tcpClient(Identity self, PeerTrust trust) throws SSLException {
        return tcp(
                SslContextBuilder.forClient()
                        .keyManager(self.key(), chain(self))
                        .endpointIdentificationAlgorithm(""),
                trust);
    }

    private static SslContext tcp(SslContextBuilder builder, PeerTrust trust) throws SSLException {
        return builder.sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .trustManager(trust)
                .sessionTimeout(RESUMPTION_SECONDS)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.FATAL_ALERT,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.FATAL_ALERT,
                        PROTOCOL))
                .build();
    }

    static QuicSslContext quicServer(Identity self, LateTrust trust) {
        return QuicSslContextBuilder.forServer(self.key(), "", chain(self))
                .trustManager(trust)
                .clientAuth(ClientAuth.REQUIRE)
                .applicationProtocols(PROTOCOL)
                .earlyData(false)
                .build();
    }

    static QuicSslContext quicClient(Identity self, PeerTrust trust) {
        return QuicSslContextBuilder.forClient()
                .keyManager(self.key(), "", chain(self))
                .trustManager(trust)
                .endpointIdentificationAlgorithm("")
                .applicationProtocols(PROTOCOL)
                .earlyData(false)
                .build();
    }

    /** The peer's own certificate after a handshake. */
    static X509Certificate peer(@Nullable SSLEngine engine) throws SSLPeerUnverifiedException {
        if (engine == null) {
            throw new SSLPeerUnverifiedException("no TLS");
        }
        return (X509Certificate) engine.getSession().getPeerCertificates()[0];
    }

    private static X509Certificate[] chain(Identity self) {
        return self.chain().toArray(X509Certificate[]::new);
    }
}
