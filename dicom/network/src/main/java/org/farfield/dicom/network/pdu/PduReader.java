package org.farfield.dicom.network.pdu;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.network.pdu.Pdu.Abort;
import org.farfield.dicom.network.pdu.Pdu.AssociateAccept;
import org.farfield.dicom.network.pdu.Pdu.AssociateReject;
import org.farfield.dicom.network.pdu.Pdu.AssociateRequest;
import org.farfield.dicom.network.pdu.Pdu.ReleaseReply;
import org.farfield.dicom.network.pdu.Pdu.ReleaseRequest;

/**
 * Reads the body of one PDU that is no P-DATA-TF, which is complete (PS3.8 9.3).
 *
 * <pre>
 * every PDU:        type(1) 00 length(4) body
 * A-ASSOCIATE-*:    version(2) 0000 called(16) calling(16) 0(32) items
 * item:             type(1) 00 length(2) value
 * </pre>
 *
 * Lengths inside are held against what is really there before anything is allocated. Items that are not known are
 * passed over, as the standard asks (9.3.1).
 */
public final class PduReader {
    private static final int MOST_CONTEXTS = 128;
    private static final int LONGEST_UID = 64;

    private PduReader() {}

    /**
     * Reads one PDU.
     *
     * @param type the type byte
     * @param body from its reader index to its end
     */
    public static Pdu read(int type, ByteBuf body) throws MalformedPdu {
        return switch (type) {
            case PduType.ASSOCIATE_REQUEST -> associateRequest(body);
            case PduType.ASSOCIATE_ACCEPT -> associateAccept(body);
            case PduType.ASSOCIATE_REJECT -> {
                need(body, 4);
                yield new AssociateReject(body.getUnsignedByte(at(body, 1)), at2(body), at3(body));
            }
            case PduType.RELEASE_REQUEST -> new ReleaseRequest();
            case PduType.RELEASE_REPLY -> new ReleaseReply();
            case PduType.ABORT -> {
                need(body, 4);
                yield new Abort(at2(body), at3(body));
            }
            default -> throw new MalformedPdu(MalformedPdu.UNRECOGNIZED, "a PDU of unknown type " + type);
        };
    }

    private static AssociateRequest associateRequest(ByteBuf body) throws MalformedPdu {
        Head head = head(body);
        List<ProposedContext> contexts = new ArrayList<>();
        UserInformation user = UserItems.NONE;
        while (body.isReadable()) {
            Item item = item(body);
            switch (item.type) {
                case PduType.PROPOSED_CONTEXT -> contexts.add(proposed(item.value));
                case PduType.USER_INFORMATION -> user = UserItems.read(item.value);
                default -> {}
            }
            limit(contexts.size());
        }
        return new AssociateRequest(head.called, head.calling, contexts, user);
    }

    private static AssociateAccept associateAccept(ByteBuf body) throws MalformedPdu {
        Head head = head(body);
        List<AnsweredContext> contexts = new ArrayList<>();
        UserInformation user = UserItems.NONE;
        while (body.isReadable()) {
            Item item = item(body);
            switch (item.type) {
                case PduType.ANSWERED_CONTEXT -> contexts.add(answered(item.value));
                case PduType.USER_INFORMATION -> user = UserItems.read(item.value);
                default -> {}
            }
            limit(contexts.size());
        }
        return new AssociateAccept(head.called, head.calling, contexts, user);
    }

    private static Head head(ByteBuf body) throws MalformedPdu {
        need(body, 68);
        int versions = body.readUnsignedShort();
        if ((versions & PduType.PROTOCOL_VERSION) == 0) {
            throw new MalformedPdu(MalformedPdu.INVALID_VALUE, "protocol version " + versions + " is not known");
        }
        body.skipBytes(2);
        String called = text(body.readSlice(16)).strip();
        String calling = text(body.readSlice(16)).strip();
        body.skipBytes(32);
        return new Head(called, calling);
    }

    private static ProposedContext proposed(ByteBuf value) throws MalformedPdu {
        need(value, 4);
        int id = contextId(value.readUnsignedByte());
        value.skipBytes(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (value.isReadable()) {
            Item item = item(value);
            switch (item.type) {
                case PduType.ABSTRACT_SYNTAX -> abstractSyntax = uid(item.value);
                case PduType.TRANSFER_SYNTAX -> transferSyntaxes.add(uid(item.value));
                default -> {}
            }
            limit(transferSyntaxes.size());
        }
        return new ProposedContext(id, abstractSyntax, transferSyntaxes);
    }

    private static AnsweredContext answered(ByteBuf value) throws MalformedPdu {
        need(value, 4);
        int id = contextId(value.readUnsignedByte());
        value.skipBytes(1);
        int result = value.readUnsignedByte();
        value.skipBytes(1);
        String syntax = "";
        while (value.isReadable()) {
            Item item = item(value);
            if (item.type == PduType.TRANSFER_SYNTAX) {
                syntax = uid(item.value);
            }
        }
        return new AnsweredContext(id, result, syntax);
    }

    static int contextId(int id) throws MalformedPdu {
        if (id % 2 == 0) {
            throw new MalformedPdu(MalformedPdu.INVALID_VALUE, "presentation context " + id + " is not odd");
        }
        return id;
    }

    private static void limit(int count) throws MalformedPdu {
        if (count > MOST_CONTEXTS) {
            throw new MalformedPdu(MalformedPdu.INVALID_VALUE, "more than " + MOST_CONTEXTS + " contexts or syntaxes");
        }
    }

    static Item item(ByteBuf from) throws MalformedPdu {
        need(from, 4);
        int type = from.readUnsignedByte();
        from.skipBytes(1);
        int length = from.readUnsignedShort();
        need(from, length);
        return new Item(type, from.readSlice(length));
    }

    static void need(ByteBuf buffer, int bytes) throws MalformedPdu {
        if (buffer.readableBytes() < bytes) {
            throw new MalformedPdu(
                    MalformedPdu.INVALID_VALUE,
                    bytes + " bytes are promised where " + buffer.readableBytes() + " are left");
        }
    }

    static String uid(ByteBuf value) throws MalformedPdu {
        String uid = text(value).strip();
        if (uid.length() > LONGEST_UID) {
            throw new MalformedPdu(MalformedPdu.INVALID_VALUE, "a UID of " + uid.length() + " characters");
        }
        return uid;
    }

    /** Printable ASCII; any other byte becomes "?", a null ends it. */
    static String text(ByteBuf value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toString(StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c == 0) {
                break;
            }
            text.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.toString();
    }

    private static int at(ByteBuf body, int offset) {
        return body.readerIndex() + offset;
    }

    private static int at2(ByteBuf body) {
        return body.getUnsignedByte(at(body, 2));
    }

    private static int at3(ByteBuf body) {
        return body.getUnsignedByte(at(body, 3));
    }

    private record Head(String called, String calling) {}

    record Item(int type, ByteBuf value) {}
}
