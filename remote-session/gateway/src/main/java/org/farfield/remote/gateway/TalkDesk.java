package org.farfield.remote.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatResume;
import org.farfield.remote.protocol.message.ChatText;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.PointAt;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.Said;
import org.farfield.remote.protocol.message.Say;

/**
 * Chat and pointers: beside the core, which never hears of them, and beside the journal, which holds no word of them.
 * Every line and every pointer gets the name and the role that its sender's certificate proved. Any thread; nothing
 * blocks for longer than a signature takes.
 */
final class TalkDesk {
    private static final double MOST_LINES = 10;
    private static final double LINES_PER_SECOND = 1;
    private static final int MOST_SPEAKERS = 512;

    private final SessionClock clock;
    private final long sessionEpoch;
    private final Consumer<Message> everybody;
    private final ChatBook book;
    private final Map<String, MessageBudget> speakers = new LinkedHashMap<>();

    /**
     * Nobody has said anything yet.
     *
     * @param everybody sends to all who are welcome, beside control; must not block
     */
    TalkDesk(SessionClock clock, long sessionEpoch, Consumer<Message> everybody) {
        this.clock = clock;
        this.sessionEpoch = sessionEpoch;
        this.everybody = everybody;
        this.book = new ChatBook(sessionEpoch);
    }

    /** Whether this desk takes such a message, so that the core does not. */
    static boolean takes(Message message) {
        return message instanceof Say || message instanceof ChatResume || message instanceof PointAt;
    }

    /**
     * Takes what a participant sent.
     *
     * @param who whom the connection proved
     * @param reply the way back to him, beside control
     */
    synchronized void take(CoreInput.Joined who, TalkSeat seat, Message message, Consumer<Message> reply) {
        switch (message) {
            case Say say -> say(who, seat, say, reply);
            case ChatResume resume -> {
                if (seat.resumes.take()) {
                    long after = resume.sessionEpoch() == sessionEpoch ? resume.afterSequence() : 0;
                    reply.accept(book.after(after));
                }
            }
            case PointAt point -> point(who, seat, point);
            default -> throw new IllegalArgumentException("no talk: " + message);
        }
    }

    private void say(CoreInput.Joined who, TalkSeat seat, Say say, Consumer<Message> reply) {
        Optional<ChatAnswer> fault = fault(who, seat, say);
        if (fault.isPresent()) {
            reply.accept(new Said(say.number(), fault.get(), 0));
            return;
        }
        ChatLine line = book.add(who.operator(), who.role(), clock.millis(), say.text());
        reply.accept(new Said(say.number(), ChatAnswer.TAKEN, line.sequence()));
        everybody.accept(book.only(line));
    }

    private Optional<ChatAnswer> fault(CoreInput.Joined who, TalkSeat seat, Say say) {
        if (!budget(who.operator()).take()) {
            return Optional.of(ChatAnswer.TOO_OFTEN);
        }
        boolean his = say.sessionEpoch() == sessionEpoch
                && CommandSignature.verifies(CommandSignature.signedBytes(say), say.signature(), who.key())
                && seat.laterSay(say.number());
        return his ? ChatText.fault(say.text()) : Optional.of(ChatAnswer.BAD_SIGNATURE);
    }

    private void point(CoreInput.Joined who, TalkSeat seat, PointAt point) {
        boolean taken = who.role().mayPoint()
                && seat.points.take()
                && point.sessionEpoch() == sessionEpoch
                && CommandSignature.verifies(CommandSignature.signedBytes(point), point.signature(), who.key())
                && seat.laterPoint(point.number());
        if (taken) {
            everybody.accept(new Pointer(sessionEpoch, who.operator(), who.role(), point.spot()));
        }
    }

    /** Each person's own, however often he connects. */
    private MessageBudget budget(String operator) {
        if (speakers.size() >= MOST_SPEAKERS && !speakers.containsKey(operator)) {
            speakers.remove(speakers.keySet().iterator().next());
        }
        return speakers.computeIfAbsent(operator, o -> new MessageBudget(clock, MOST_LINES, LINES_PER_SECOND));
    }
}
