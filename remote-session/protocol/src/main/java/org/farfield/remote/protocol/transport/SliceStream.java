package org.farfield.remote.protocol.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.quic.QuicException;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;

/**
 * Reads a unidirectional QUIC stream: exactly one slice's frame, then the end. A stream that its sender reset is
 * forgotten; one that ends early or holds more closes the link.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class SliceStream extends ChannelInboundHandlerAdapter {
    private final QuicLink link;
    private final FrameDecoder decoder;
    private int held;
    private boolean whole;
    private boolean reset;

    private SliceStream(QuicLink link, FrameDecoder decoder) {
        this.link = link;
        this.decoder = decoder;
    }

    static void install(ChannelPipeline pipeline, QuicLink link) {
        FrameDecoder decoder = new FrameDecoder(FrameHeader.MOST_SLICE_BYTES);
        pipeline.addLast(decoder, new SliceStream(link, decoder));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) throws ProtocolException {
        if (whole) {
            throw new ProtocolException("a second frame on a slice's stream");
        }
        whole = true;
        link.onSlice((Frame) frame);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        count(decoder.held());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (!whole && !reset && context.channel().parent().isActive()) {
            link.broken(new ProtocolException("a slice's stream ended before the slice"));
        }
        count(0);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof QuicException) {
            reset = true;
            context.close();
        } else {
            link.broken(cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause);
        }
    }

    private void count(int now) {
        link.holds((long) now - held);
        held = now;
    }
}
