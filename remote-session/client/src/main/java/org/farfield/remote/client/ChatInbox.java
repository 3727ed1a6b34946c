package org.farfield.remote.client;

import java.util.ArrayList;
import java.util.List;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.ChatResume;

/**
 * A session's chat on its way in: each line once and in order, kept across lost links. A line that comes before its
 * turn is let go and asked for with those before it. Client thread.
 */
final class ChatInbox {
    private long sessionEpoch;
    private long last;
    private boolean behind;

    /** Joined, perhaps another session than before. */
    ChatResume joined(long epoch) {
        begin(epoch);
        return resume();
    }

    /** The lines that are new here, in order. */
    List<ChatLine> take(ChatLines heard) {
        begin(heard.sessionEpoch());
        if (last + 1 < heard.firstKept()) {
            last = heard.firstKept() - 1; // those between are kept nowhere any more
        }
        List<ChatLine> fresh = new ArrayList<>();
        for (ChatLine line : heard.lines()) {
            if (line.sequence() == last + 1) {
                fresh.add(line);
                last++;
            }
        }
        behind = last < heard.newest();
        return fresh;
    }

    /** Whether there are lines that did not come. */
    boolean behind() {
        return behind;
    }

    /** Asks for everything after what is here. */
    ChatResume resume() {
        return new ChatResume(sessionEpoch, last);
    }

    private void begin(long epoch) {
        if (epoch != sessionEpoch) {
            sessionEpoch = epoch;
            last = 0;
            behind = false;
        }
    }
}
