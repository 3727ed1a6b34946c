package org.farfield.remote.protocol.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.IdleStateEvent;

/** Hands the frames of one channel of an open link to the link, on the link's loop. */
final class LinkReceiver extends SimpleChannelInboundHandler<Frame> {
    private final NettyLink link;
    private final boolean bulk;

    LinkReceiver(NettyLink link, boolean bulk) {
        super(Frame.class);
        this.link = link;
        this.bulk = bulk;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        if (bulk) {
            link.onLoop(() -> link.onSlice(frame));
        } else {
            link.onControl(frame);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        link.onLoop(() -> link.onGone("connection lost"));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            link.close("nothing heard for " + link.options().silence().toSeconds() + " s");
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        link.broken(cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause);
    }
}
