package org.farfield.remote.protocol.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames ({@link FrameHeader} draws them). Checks each header as soon as its eight bytes
 * are there and holds no more than the bytes that came: a lying length costs nothing.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    private int mostBytes;
    private @Nullable FrameHeader header;

    FrameDecoder(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Allows other lengths from the next frame on; on the channel's thread. */
    void allow(int most) {
        mostBytes = most;
    }

    /** Bytes held of a frame that is not whole yet. */
    int held() {
        return internalBuffer().readableBytes();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws ProtocolException {
        FrameHeader expected = header;
        if (expected == null) {
            if (in.readableBytes() < FrameHeader.BYTES) {
                return;
            }
            byte[] bytes = new byte[FrameHeader.BYTES];
            in.getBytes(in.readerIndex(), bytes);
            try {
                expected = FrameHeader.read(ByteBuffer.wrap(bytes), mostBytes);
            } catch (ProtocolException e) {
                in.skipBytes(in.readableBytes());
                throw e;
            }
            header = expected;
        }
        int whole = FrameHeader.BYTES + expected.length();
        if (in.readableBytes() >= whole) {
            byte[] bytes = new byte[whole];
            in.readBytes(bytes);
            header = null;
            out.add(new Frame(expected, bytes));
        }
    }
}
