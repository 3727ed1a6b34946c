package org.farfield.dicom.network.pdu;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the byte stream into PDUs. A length is held against its type's limit as soon as its six bytes are there, so that
 * one that lies never makes this collect what it claims; data are not collected at all but handed on as they come.
 * After the first fault nothing more is read: the fault goes up the pipeline once, as a {@link MalformedPdu} message.
 */
public final class PduFrames extends ByteToMessageDecoder {
    private static final int HEAD = 6;
    private static final int LONGEST_ASSOCIATE = 1 << 19;
    private static final int LONGEST_OTHER = 64;
    private static final int SMALLEST_READ = 1 << 11;
    private static final int LONGEST_READ = 1 << 17;

    private final int longestData;
    private final DataPieces data = new DataPieces();
    private boolean broken;

    /** @param longestData the longest P-DATA-TF, its six bytes of head not counted */
    public PduFrames(int longestData) {
        this.longestData = longestData;
    }

    /** How much is read from a socket at once: enough that a slice comes in a few pieces. */
    public static RecvByteBufAllocator reads() {
        return new AdaptiveRecvByteBufAllocator(SMALLEST_READ, LONGEST_READ, LONGEST_READ);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            if (data.unfinished()) {
                pieces(in, out);
            } else if (in.readableBytes() >= HEAD) {
                begin(in, out);
            }
        } catch (MalformedPdu e) {
            broken = true;
            in.skipBytes(in.readableBytes());
            out.add(e);
        }
    }

    private void begin(ByteBuf in, List<Object> out) throws MalformedPdu {
        int type = in.getUnsignedByte(in.readerIndex());
        long length = in.getUnsignedInt(in.readerIndex() + 2);
        long most = longest(type);
        if (length > most) {
            throw new MalformedPdu(
                    MalformedPdu.INVALID_VALUE,
                    "a PDU of type " + type + " with " + length + " bytes; " + most + " are taken");
        }
        if (type == PduType.DATA_TRANSFER) {
            in.skipBytes(HEAD);
            data.begin(length);
            pieces(in, out);
        } else if (in.readableBytes() >= HEAD + length) {
            in.skipBytes(HEAD);
            out.add(PduReader.read(type, in.readSlice((int) length)));
        }
    }

    private void pieces(ByteBuf in, List<Object> out) throws MalformedPdu {
        List<PresentationDataValue> values = data.read(in);
        if (!values.isEmpty()) {
            out.add(new Pdu.DataTransfer(values));
        }
    }

    private long longest(int type) throws MalformedPdu {
        return switch (type) {
            case PduType.ASSOCIATE_REQUEST, PduType.ASSOCIATE_ACCEPT -> LONGEST_ASSOCIATE;
            case PduType.DATA_TRANSFER -> longestData;
            case PduType.ASSOCIATE_REJECT, PduType.RELEASE_REQUEST, PduType.RELEASE_REPLY, PduType.ABORT ->
                LONGEST_OTHER;
            default -> throw new MalformedPdu(MalformedPdu.UNRECOGNIZED, "a PDU of unknown type " + type);
        };
    }
}
