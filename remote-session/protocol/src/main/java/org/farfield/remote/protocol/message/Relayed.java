package org.farfield.remote.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * One frame of one participant, carried between relay and gateway. The relay does not read it.
 *
 * @param frame a whole frame as {@link MessageCodec} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message: not changed by whoever made or got it
public record Relayed(int channel, byte[] frame) implements Message {
    /** Wraps a message; not one that belongs to the link between relay and gateway itself. */
    public static Relayed of(int channel, Message message) {
        return new Relayed(channel, MessageCodec.encode(message));
    }

    /**
     * The message inside.
     *
     * @return empty for an optional type that this version does not know
     * @throws ProtocolException the frame is malformed, of an unknown critical type, or no participant may send it
     */
    public Optional<Message> message() throws ProtocolException {
        Optional<Message> message = MessageCodec.decode(frame);
        if (message.isPresent()
                && (message.get() instanceof Relayed
                        || message.get() instanceof ChannelOpened
                        || message.get() instanceof ChannelClosed)) {
            throw new ProtocolException("a relayed frame may not hold the relay's own messages");
        }
        return message;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Relayed o && channel == o.channel && Arrays.equals(frame, o.frame);
    }

    @Override
    public int hashCode() {
        return channel * 31 + Arrays.hashCode(frame);
    }

    @Override
    public String toString() {
        return "Relayed[channel=" + channel + ", " + frame.length + " bytes]";
    }
}
