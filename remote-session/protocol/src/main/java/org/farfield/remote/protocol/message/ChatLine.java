package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.Role;

/**
 * A line of chat as everybody gets it. Number, time, name and role are the gateway's, never the sender's words.
 * Immutable.
 *
 * @param sequence 1, 2, 3 ... in a session, without gaps
 * @param millis when the gateway took it, its clock, ms since 1970
 * @param operator who said it: the operator id that his certificate proved
 * @param role what he is in the session
 */
public record ChatLine(long sequence, long millis, String operator, Role role, String text) {
    public ChatLine {
        ChatText.checked(text);
    }
}
