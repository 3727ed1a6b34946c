package org.farfield.remote.protocol.message;

import java.util.List;

/**
 * Lines of chat, in order: the one just said, or those that a {@link ChatResume} asked for, as many as go at once.
 *
 * @param firstKept sequence of the oldest line that can still be had; 1 where all can
 * @param newest sequence of the newest line; 0 where nobody has said anything
 */
public record ChatLines(long sessionEpoch, long firstKept, long newest, List<ChatLine> lines) implements Message {
    public ChatLines {
        lines = List.copyOf(lines);
    }
}
