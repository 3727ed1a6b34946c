package org.farfield.remote.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;

/** The session's chat: numbers each line and keeps the last ones in memory, nowhere else. One thread at a time. */
final class ChatBook {
    static final int KEPT = 200;

    /** What goes in one answer: about as much as the longest line alone, so that control waits behind no more. */
    private static final int MOST_PAGE_BYTES = 2_400;

    private static final int LINE_BYTES = 40;

    private final long sessionEpoch;
    private final Deque<ChatLine> lines = new ArrayDeque<>();
    private long newest;

    ChatBook(long sessionEpoch) {
        this.sessionEpoch = sessionEpoch;
    }

    /** Numbers a line that {@link org.farfield.remote.protocol.message.ChatText} finds good. */
    ChatLine add(String operator, Role role, long millis, String text) {
        ChatLine line = new ChatLine(newest + 1, millis, operator, role, text);
        newest++;
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        return line;
    }

    /** One line as everybody gets it. */
    ChatLines only(ChatLine line) {
        return new ChatLines(sessionEpoch, firstKept(), newest, List.of(line));
    }

    /** The lines after one, as many as go at once. */
    ChatLines after(long sequence) {
        List<ChatLine> page = new ArrayList<>();
        int bytes = 0;
        for (ChatLine line : lines) {
            if (line.sequence() > sequence) {
                bytes += LINE_BYTES + line.text().getBytes(StandardCharsets.UTF_8).length;
                if (!page.isEmpty() && bytes > MOST_PAGE_BYTES) {
                    break;
                }
                page.add(line);
            }
        }
        return new ChatLines(sessionEpoch, firstKept(), newest, page);
    }

    private long firstKept() {
        return lines.isEmpty() ? 1 : lines.getFirst().sequence();
    }
}
