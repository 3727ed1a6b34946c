package org.farfield.remote.protocol.message;

import java.nio.ByteBuffer;

/**
 * The eight bytes in front of every frame, big endian.
 *
 * <pre>
 *  0        1        2                 4                                   8
 * +--------+--------+-----------------+-----------------------------------+----------------+
 * | version| flags  |      type       |           length of body          |  body ...      |
 * |  = 1   | bit 0: |     u16         |              u32                  |                |
 * |        |critical|                 |                                   |                |
 * +--------+--------+-----------------+-----------------------------------+----------------+
 * </pre>
 *
 * @param critical whether a receiver that does not know the type must refuse the link; the other flag bits are zero
 * @param length bytes of the body that follows
 */
public record FrameHeader(int type, boolean critical, int length) {
    /** Length of the header in bytes. */
    public static final int BYTES = 8;

    /** The one version spoken. */
    public static final int VERSION = 1;

    /** The longest body of a frame on the control path. */
    public static final int MOST_CONTROL_BYTES = 64 << 10;

    /** The longest body of a slice's frame. */
    public static final int MOST_SLICE_BYTES = LiveSlice.MOST_BYTES + 1024;

    /** First type code of the transport's own frames. */
    public static final int FIRST_TRANSPORT_TYPE = 0xFF00;

    /** Whether the frame holds a {@link LiveSlice}. */
    public boolean isSlice() {
        return type == MessageType.LIVE_SLICE.code();
    }

    /** Whether the frame holds a {@link SliceResume}: the one message of a participant that a relay answers itself. */
    public boolean isSliceResume() {
        return type == MessageType.SLICE_RESUME.code();
    }

    /** Whether the frame holds a {@link Welcome}: what a relay must notice, to know who may see the session. */
    public boolean isWelcome() {
        return type == MessageType.WELCOME.code();
    }

    /** Whether the frame holds a {@link SessionState}. */
    public boolean isSessionState() {
        return type == MessageType.SESSION_STATE.code();
    }

    /** Whether the frame is chat or a pointer: what travels beside control and never before it. */
    public boolean isAside() {
        return type >= MessageType.SAY.code() && type <= MessageType.POINTER.code();
    }

    /** Whether the frame moves a pointer, so that a later one of the same person takes its place. */
    public boolean isPointer() {
        return type == MessageType.POINT_AT.code() || type == MessageType.POINTER.code();
    }

    /**
     * Reads a header and checks it, before anything is allocated for the body.
     *
     * @param header at least 8 bytes from its position, which moves on by 8
     * @param mostBytes longest body that may come here
     * @throws ProtocolException another version, unknown flag bits, a longer body
     */
    public static FrameHeader read(ByteBuffer header, int mostBytes) throws ProtocolException {
        if (header.remaining() < BYTES) {
            throw new ProtocolException("frame header: " + header.remaining() + " bytes of 8");
        }
        int version = header.get() & 0xFF;
        int flags = header.get() & 0xFF;
        int type = header.getShort() & 0xFFFF;
        long length = header.getInt() & 0xFFFFFFFFL;
        if (version != VERSION) {
            throw new ProtocolException("frame version " + version + ", this side speaks " + VERSION);
        }
        if ((flags & ~1) != 0) {
            throw new ProtocolException("frame flags 0x" + Integer.toHexString(flags) + " hold unknown bits");
        }
        if (length > mostBytes) {
            throw new ProtocolException("frame of type 0x" + Integer.toHexString(type) + " says " + length
                    + " bytes, at most " + mostBytes + " may come here");
        }
        return new FrameHeader(type, (flags & 1) != 0, (int) length);
    }

    /** Appends this header. */
    public void write(ByteBuffer out) {
        out.put((byte) VERSION)
                .put((byte) (critical ? 1 : 0))
                .putShort((short) type)
                .putInt(length);
    }
}
