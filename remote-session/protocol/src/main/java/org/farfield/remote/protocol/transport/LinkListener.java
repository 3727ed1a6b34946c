package org.farfield.remote.protocol.transport;

import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;

/**
 * Gets what arrives on one link. Called on the link's network thread, one call at a time, and must not block: no
 * decoding of pixels, no files, no waiting.
 */
public interface LinkListener {
    /** A message of the control path. */
    void onMessage(Link link, Message message);

    /** A slice; slices may overtake each other and messages. */
    void onSlice(Link link, LiveSlice slice);

    /** The last call: the link is closed, by either side or by the network. */
    void onClosed(Link link, String reason);

    /** The link is writable again after it was not. */
    default void onWritable(Link link) {}

    /**
     * Whether to get frames of the control path as they came, undecoded, by {@link #onFrame} instead of
     * {@link #onMessage}.
     */
    default boolean takesFrames() {
        return false;
    }

    /** A whole frame of the control path; only where {@link #takesFrames()}. */
    default void onFrame(Link link, byte[] frame) {}
}
