package org.farfield.remote.protocol.message;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The one binary form of all messages; {@link FrameHeader} draws the frame, the {@code ...Wire} classes and
 * docs/protocol.md the bodies. Deterministic: equal messages have equal bytes. No recursion; a relayed frame is carried
 * as bytes. Stateless; any thread.
 *
 * <p>Inside bodies: integers are big endian; {@code f64} is IEEE 754 and finite; {@code bool} is 0 or 1; {@code text}
 * is a u16 count of bytes and UTF-8; {@code blob} a u16 count and bytes; a list a u16 count and its elements; an
 * optional a bool and, if 1, the value; an enumeration the ordinal in a u8. Each has a bound ({@code Bounds}); a body
 * has no bytes after its last field.
 */
public final class MessageCodec {
    private MessageCodec() {}

    /**
     * A whole frame, header and body.
     *
     * @throws IllegalArgumentException a field is beyond its bound
     */
    public static byte[] encode(Message message) {
        WireWriter out = new WireWriter();
        writeBody(out, message);
        byte[] body = out.bytes();
        int most = message instanceof Relayed ? FrameHeader.MOST_CONTROL_BYTES + 64 : FrameHeader.MOST_CONTROL_BYTES;
        if (body.length > most) {
            throw new IllegalArgumentException(message.getClass().getSimpleName() + " of " + body.length + " bytes");
        }
        return framed(MessageType.of(message), body, body.length);
    }

    /**
     * Everything of a slice's frame before the bytes of its Part 10 file; the frame is this followed by those.
     *
     * @throws IllegalArgumentException a field is beyond its bound
     */
    public static byte[] encodeSliceHead(SliceHeader header) {
        WireWriter out = new WireWriter();
        SeriesWire.write(out, header);
        byte[] head = out.bytes();
        return framed(MessageType.LIVE_SLICE, head, head.length + header.length());
    }

    /**
     * Reads one whole control frame.
     *
     * @return empty for an unknown type that is not critical
     * @throws ProtocolException anything that is no message of this version
     */
    public static Optional<Message> decode(byte[] frame) throws ProtocolException {
        ByteBuffer in = ByteBuffer.wrap(frame);
        FrameHeader header = FrameHeader.read(in, FrameHeader.MOST_CONTROL_BYTES + FrameHeader.BYTES + 64);
        if (header.length() != in.remaining()) {
            throw new ProtocolException("frame says " + header.length() + " bytes, there are " + in.remaining());
        }
        return decodeBody(header, in);
    }

    /**
     * Reads the body of a control frame.
     *
     * @param body exactly the body
     * @return empty for an unknown type that is not critical
     * @throws ProtocolException anything that is no message of this version
     */
    public static Optional<Message> decodeBody(FrameHeader header, ByteBuffer body) throws ProtocolException {
        Optional<MessageType> type = MessageType.of(header.type());
        if (type.isEmpty()) {
            if (header.critical()) {
                throw new ProtocolException("unknown critical message type 0x" + Integer.toHexString(header.type()));
            }
            return Optional.empty();
        }
        try {
            WireReader in = new WireReader(body);
            Message message = readBody(type.get(), in);
            in.end(type.get().name());
            return Optional.of(message);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(type.get().name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the body of a slice's frame.
     *
     * @param body exactly the body
     * @throws ProtocolException anything that is no slice
     */
    public static LiveSlice decodeSliceBody(FrameHeader header, ByteBuffer body) throws ProtocolException {
        if (!header.isSlice()) {
            throw new ProtocolException("message type 0x" + Integer.toHexString(header.type()) + " among slices");
        }
        try {
            return SeriesWire.slice(new WireReader(body));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("LIVE_SLICE: " + e.getMessage(), e);
        }
    }

    private static byte[] framed(MessageType type, byte[] body, int length) {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + body.length);
        new FrameHeader(type.code(), type.critical(), length).write(frame);
        return frame.put(body).array();
    }

    private static void writeBody(WireWriter out, Message message) {
        switch (message) {
            case Challenge m -> JoinWire.write(out, m);
            case Hello m -> JoinWire.write(out, m);
            case Welcome m -> JoinWire.write(out, m);
            case Refused m -> JoinWire.write(out, m);
            case Heartbeat m -> JoinWire.write(out, m);
            case SessionState m -> StateWire.write(out, m);
            case Command m -> CommandWire.write(out, m);
            case Verdict m -> CommandWire.write(out, m);
            case HoldReport m -> CommandWire.write(out, m);
            case SeriesStart m -> SeriesWire.write(out, m);
            case SeriesEnd m -> SeriesWire.write(out, m);
            case SliceResume m -> SeriesWire.write(out, m);
            case ViewerLag m -> SeriesWire.write(out, m);
            case ChannelOpened m -> JoinWire.write(out, m);
            case ChannelClosed m -> JoinWire.write(out, m);
            case Relayed m -> JoinWire.write(out, m);
            case RelayNotice m -> JoinWire.write(out, m);
            case Say m -> TalkWire.write(out, m);
            case Said m -> TalkWire.write(out, m);
            case ChatLines m -> TalkWire.write(out, m);
            case ChatResume m -> TalkWire.write(out, m);
            case PointAt m -> TalkWire.write(out, m);
            case Pointer m -> TalkWire.write(out, m);
        }
    }

    private static Message readBody(MessageType type, WireReader in) throws ProtocolException {
        return switch (type) {
            case CHALLENGE -> JoinWire.challenge(in);
            case HELLO -> JoinWire.hello(in);
            case WELCOME -> JoinWire.welcome(in);
            case REFUSED -> JoinWire.refused(in);
            case HEARTBEAT -> JoinWire.heartbeat(in);
            case SESSION_STATE -> StateWire.state(in);
            case COMMAND -> CommandWire.command(in);
            case VERDICT -> CommandWire.verdict(in);
            case HOLD_REPORT -> CommandWire.hold(in);
            case SERIES_START -> SeriesWire.start(in);
            case SERIES_END -> SeriesWire.end(in);
            case SLICE_RESUME -> SeriesWire.resume(in);
            case VIEWER_LAG -> SeriesWire.lag(in);
            case LIVE_SLICE -> throw new ProtocolException("a slice on the control path");
            case CHANNEL_OPENED -> JoinWire.opened(in);
            case CHANNEL_CLOSED -> JoinWire.closed(in);
            case RELAYED -> JoinWire.relayed(in);
            case RELAY_NOTICE -> JoinWire.notice(in);
            case SAY -> TalkWire.say(in);
            case SAID -> TalkWire.said(in);
            case CHAT_LINES -> TalkWire.lines(in);
            case CHAT_RESUME -> TalkWire.resume(in);
            case POINT_AT -> TalkWire.pointAt(in);
            case POINTER -> TalkWire.pointer(in);
        };
    }
}
