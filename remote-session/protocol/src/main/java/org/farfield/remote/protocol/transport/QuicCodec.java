package org.farfield.remote.protocol.transport;

import io.netty.handler.codec.quic.QuicCodecBuilder;
import io.netty.handler.codec.quic.QuicCongestionControlAlgorithm;
import java.util.concurrent.TimeUnit;

/** The QUIC parameters that both ends use. */
final class QuicCodec {
    private static final long MOST_SLICE_STREAMS = 128;
    private static final long CONNECTION_WINDOW = 16 << 20;
    private static final long STREAM_WINDOW = 4 << 20;
    private static final long CONTROL_WINDOW = 1 << 20;
    private static final int UDP_PAYLOAD = 1350;

    private QuicCodec() {}

    static <B extends QuicCodecBuilder<B>> B configure(B builder, LinkOptions options) {
        return builder.congestionControlAlgorithm(QuicCongestionControlAlgorithm.BBR)
                .maxIdleTimeout(options.silence().toMillis(), TimeUnit.MILLISECONDS)
                .maxSendUdpPayloadSize(UDP_PAYLOAD)
                .maxRecvUdpPayloadSize(1500)
                .initialMaxData(CONNECTION_WINDOW)
                .initialMaxStreamDataBidirectionalLocal(CONTROL_WINDOW)
                .initialMaxStreamDataBidirectionalRemote(CONTROL_WINDOW)
                .initialMaxStreamDataUnidirectional(STREAM_WINDOW)
                .initialMaxStreamsBidirectional(1)
                .initialMaxStreamsUnidirectional(MOST_SLICE_STREAMS)
                .activeMigration(true);
    }
}
