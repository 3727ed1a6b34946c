package org.farfield.dicom.network.pdu;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.network.pdu.Pdu.Abort;
import org.farfield.dicom.network.pdu.Pdu.AssociateAccept;
import org.farfield.dicom.network.pdu.Pdu.AssociateReject;
import org.farfield.dicom.network.pdu.Pdu.AssociateRequest;
import org.farfield.dicom.network.pdu.Pdu.DataTransfer;
import org.farfield.dicom.network.pdu.Pdu.ReleaseReply;
import org.farfield.dicom.network.pdu.Pdu.ReleaseRequest;

/** Writes PDUs in the layout that {@link PduReader} draws. */
public final class PduWriter {
    private static final int TITLE_LENGTH = 16;

    private PduWriter() {}

    /** Appends one PDU. */
    public static void write(Pdu pdu, ByteBuf out) {
        int start = out.writerIndex();
        out.writeByte(type(pdu)).writeByte(0).writeInt(0);
        switch (pdu) {
            case AssociateRequest request -> {
                head(request.calledTitle(), request.callingTitle(), out);
                for (ProposedContext context : request.contexts()) {
                    item(PduType.PROPOSED_CONTEXT, out, v -> {
                        v.writeByte(context.id()).writeZero(3);
                        text(PduType.ABSTRACT_SYNTAX, context.abstractSyntax(), v);
                        context.transferSyntaxes().forEach(uid -> text(PduType.TRANSFER_SYNTAX, uid, v));
                    });
                }
                UserItems.write(request.user(), out);
            }
            case AssociateAccept accept -> {
                head(accept.calledTitle(), accept.callingTitle(), out);
                for (AnsweredContext context : accept.contexts()) {
                    item(PduType.ANSWERED_CONTEXT, out, v -> {
                        v.writeByte(context.id())
                                .writeByte(0)
                                .writeByte(context.result())
                                .writeByte(0);
                        text(PduType.TRANSFER_SYNTAX, context.transferSyntax(), v);
                    });
                }
                UserItems.write(accept.user(), out);
            }
            case AssociateReject reject ->
                out.writeByte(0)
                        .writeByte(reject.result())
                        .writeByte(reject.source())
                        .writeByte(reject.reason());
            case DataTransfer data -> data.values().forEach(value -> write(value, out));
            case ReleaseRequest request -> out.writeInt(0);
            case ReleaseReply reply -> out.writeInt(0);
            case Abort abort -> out.writeZero(2).writeByte(abort.source()).writeByte(abort.reason());
        }
        out.setInt(start + 2, out.writerIndex() - start - 6);
    }

    /** How many bytes a PDU with these many bytes of one fragment takes. */
    public static int dataLength(int fragmentBytes) {
        return 12 + fragmentBytes;
    }

    private static void write(PresentationDataValue value, ByteBuf out) {
        ByteSlice bytes = value.bytes();
        out.writeInt(bytes.length() + 2).writeByte(value.contextId());
        out.writeByte((value.command() ? 1 : 0) | (value.last() ? 2 : 0));
        out.writeBytes(bytes.array(), bytes.offset(), bytes.length());
    }

    private static int type(Pdu pdu) {
        return switch (pdu) {
            case AssociateRequest request -> PduType.ASSOCIATE_REQUEST;
            case AssociateAccept accept -> PduType.ASSOCIATE_ACCEPT;
            case AssociateReject reject -> PduType.ASSOCIATE_REJECT;
            case DataTransfer data -> PduType.DATA_TRANSFER;
            case ReleaseRequest request -> PduType.RELEASE_REQUEST;
            case ReleaseReply reply -> PduType.RELEASE_REPLY;
            case Abort abort -> PduType.ABORT;
        };
    }

    private static void head(String called, String calling, ByteBuf out) {
        out.writeShort(PduType.PROTOCOL_VERSION).writeShort(0);
        title(called, out);
        title(calling, out);
        out.writeZero(32);
        text(PduType.APPLICATION_CONTEXT, PduType.DICOM_APPLICATION_CONTEXT, out);
    }

    private static void title(String title, ByteBuf out) {
        String padded = (title + " ".repeat(TITLE_LENGTH)).substring(0, TITLE_LENGTH);
        out.writeCharSequence(padded, StandardCharsets.US_ASCII);
    }

    static void text(int type, String text, ByteBuf out) {
        item(type, out, v -> v.writeCharSequence(text, StandardCharsets.US_ASCII));
    }

    static void item(int type, ByteBuf out, Consumer<ByteBuf> value) {
        out.writeByte(type).writeByte(0);
        int length = out.writerIndex();
        out.writeShort(0);
        value.accept(out);
        int bytes = out.writerIndex() - length - 2;
        if (bytes > 0xFFFF) {
            throw new IllegalArgumentException("an item of " + bytes + " bytes does not fit a PDU");
        }
        out.setShort(length, bytes);
    }
}
