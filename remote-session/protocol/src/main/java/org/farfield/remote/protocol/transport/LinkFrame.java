package org.farfield.remote.protocol.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;

/**
 * The transport's own frames, with which a link comes about, stays and ends; the first four in this order. They have
 * the header of every frame.
 *
 * <pre>
 * 0xFF01 open        client, first on the control path   8 bytes "FARFIELD"
 * 0xFF02 ready       server                              token 16 bytes (zeros on QUIC)
 * 0xFF03 bulk join   client, first on the bulk connection (TCP only)   token 16 bytes
 * 0xFF04 bulk ready  server, on the bulk connection      empty
 * 0xFF05 keep alive  both, on the control path           empty, not critical
 * 0xFF06 close       both, on the control path (TCP)     reason, UTF-8, at most 512 bytes
 * </pre>
 */
final class LinkFrame {
    static final int OPEN = 0xFF01;
    static final int READY = 0xFF02;
    static final int BULK_JOIN = 0xFF03;
    static final int BULK_READY = 0xFF04;
    static final int KEEP_ALIVE = 0xFF05;
    static final int CLOSE = 0xFF06;
    static final int TOKEN_BYTES = 16;
    static final int MOST_REASON_BYTES = 512;

    private static final byte[] WORD = "FARFIELD".getBytes(StandardCharsets.US_ASCII);

    private LinkFrame() {}

    static byte[] open() {
        return frame(OPEN, WORD);
    }

    static byte[] ready(byte[] token) {
        return frame(READY, token);
    }

    static byte[] bulkJoin(byte[] token) {
        return frame(BULK_JOIN, token);
    }

    static byte[] bulkReady() {
        return frame(BULK_READY, new byte[0]);
    }

    static byte[] keepAlive() {
        return frame(KEEP_ALIVE, new byte[0]);
    }

    static byte[] close(String reason) {
        return frame(CLOSE, reasonBytes(reason));
    }

    static byte[] reasonBytes(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST_REASON_BYTES ? bytes : java.util.Arrays.copyOf(bytes, MOST_REASON_BYTES);
    }

    /** The other side's words, made safe to show in one line. */
    static String reasonText(byte[] bytes) {
        int length = Math.min(bytes.length, MOST_REASON_BYTES);
        return new String(bytes, 0, length, StandardCharsets.UTF_8)
                .replaceAll("\\p{C}", " ")
                .strip();
    }

    static void checkOpen(Frame frame) throws ProtocolException {
        expect(frame, OPEN, "link open");
        if (!java.util.Arrays.equals(frame.bodyBytes(), WORD)) {
            throw new ProtocolException("link open: not the word of this protocol");
        }
    }

    static byte[] token(Frame frame, int type) throws ProtocolException {
        expect(frame, type, type == READY ? "link ready" : "bulk join");
        if (frame.header().length() != TOKEN_BYTES) {
            throw new ProtocolException("token: " + frame.header().length() + " bytes, not " + TOKEN_BYTES);
        }
        return frame.bodyBytes();
    }

    static void expect(Frame frame, int type, String what) throws ProtocolException {
        if (frame.header().type() != type) {
            throw new ProtocolException(what + " expected, got message type 0x"
                    + Integer.toHexString(frame.header().type()));
        }
    }

    private static byte[] frame(int type, byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + body.length);
        new FrameHeader(type, type != KEEP_ALIVE, body.length).write(frame);
        return frame.put(body).array();
    }
}
