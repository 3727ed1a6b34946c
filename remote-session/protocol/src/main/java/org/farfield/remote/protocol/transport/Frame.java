package org.farfield.remote.protocol.transport;

import java.nio.ByteBuffer;
import org.farfield.remote.protocol.message.FrameHeader;

/**
 * A frame as it came.
 *
 * @param bytes header and body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Frame(FrameHeader header, byte[] bytes) {
    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, FrameHeader.BYTES, header.length()).slice();
    }

    byte[] bodyBytes() {
        return java.util.Arrays.copyOfRange(bytes, FrameHeader.BYTES, bytes.length);
    }
}
