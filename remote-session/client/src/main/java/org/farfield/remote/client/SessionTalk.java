package org.farfield.remote.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.ChatText;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.PointAt;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.Said;
import org.farfield.remote.protocol.message.Say;
import org.farfield.remote.protocol.message.Welcome;
import org.farfield.remote.protocol.transport.Link;

/**
 * A participant's chat and pointer, beside his control. {@link #say} and {@link #pointAt} may be called on any thread
 * and return at once; the rest is the client thread's.
 */
public final class SessionTalk {
    private static final long ANSWER_NANOS = 3_000_000_000L;
    private static final long ASK_AGAIN_NANOS = 1_000_000_000L;
    private static final long ASK_ANYWAY_NANOS = 5_000_000_000L;
    private static final long POINT_AGAIN_NANOS = Pointer.GONE_AFTER_MILLIS / 3 * 1_000_000;
    private static final int MOST_UNANSWERED = 32;

    private record Pending(CompletableFuture<ChatAnswer> answer, long untilNanos) {}

    private final Identity self;
    private final SessionClock clock;
    private final ClientThread thread;
    private final Consumer<Consumer<SessionEvents>> teller;
    private final ChatInbox inbox = new ChatInbox();
    private final Map<Long, Pending> unanswered = new LinkedHashMap<>();
    private Optional<Link> link = Optional.empty();
    private long sessionEpoch;
    private long said;
    private long pointed;
    private long askedNanos;
    private long pointedNanos;
    private Optional<PointedSpot> spot = Optional.empty();
    private boolean spotMoved;

    SessionTalk(Identity self, SessionClock clock, ClientThread thread, Consumer<Consumer<SessionEvents>> teller) {
        this.self = self;
        this.clock = clock;
        this.thread = thread;
        this.teller = teller;
    }

    /**
     * Says a line to everybody in the session.
     *
     * @return what became of it: UNKNOWN where it could not be sent or no answer came; never fails
     */
    public CompletionStage<ChatAnswer> say(String text) {
        CompletableFuture<ChatAnswer> answer = new CompletableFuture<>();
        Optional<ChatAnswer> fault = ChatText.fault(text);
        if (fault.isPresent()) {
            answer.complete(fault.get());
        } else if (!thread.run(() -> send(text, answer))) {
            answer.complete(ChatAnswer.UNKNOWN);
        }
        return answer.minimalCompletionStage();
    }

    /**
     * Points at a place in the patient, or no longer. The newest place goes out at most 20 times a second, and again
     * each second while it stays. Without effect for an observer.
     */
    public void pointAt(Optional<PointedSpot> at) {
        thread.run(() -> {
            if (!spot.equals(at)) {
                spot = at;
                spotMoved = true;
            }
        });
    }

    void welcomed(Link to, Welcome in) {
        lost();
        link = Optional.of(to);
        sessionEpoch = in.sessionEpoch();
        said = 0;
        pointed = 0;
        spotMoved = spot.isPresent();
        askedNanos = clock.nanos();
        send(inbox.joined(sessionEpoch));
    }

    void lost() {
        link = Optional.empty();
        unanswered.values().forEach(pending -> pending.answer().complete(ChatAnswer.UNKNOWN));
        unanswered.clear();
    }

    /** Takes what was heard, where it is chat or a pointer. */
    void heard(Message message) {
        switch (message) {
            case ChatLines lines -> heard(lines);
            case Said answer ->
                Optional.ofNullable(unanswered.remove(answer.number()))
                        .ifPresent(pending -> pending.answer().complete(answer.answer()));
            case Pointer pointer -> {
                if (!pointer.operator().equals(self.operator()) && pointer.sessionEpoch() == sessionEpoch) {
                    teller.accept(events -> events.onPointer(pointer));
                }
            }
            default -> {
                // optional news of others' concern
            }
        }
    }

    private void heard(ChatLines lines) {
        if (link.isEmpty() || lines.sessionEpoch() != sessionEpoch) {
            return;
        }
        List<ChatLine> fresh = inbox.take(lines);
        fresh.forEach(line -> teller.accept(events -> events.onChatLine(sessionEpoch, line)));
        boolean paged = !fresh.isEmpty() || lines.lines().isEmpty();
        if (inbox.behind() && (paged || clock.nanos() - askedNanos > ASK_AGAIN_NANOS)) {
            ask();
        }
    }

    void tick() {
        long now = clock.nanos();
        unanswered.values().removeIf(pending -> {
            boolean late = now - pending.untilNanos() > 0;
            if (late) {
                pending.answer().complete(ChatAnswer.UNKNOWN);
            }
            return late;
        });
        if (link.isPresent()) {
            if (now - askedNanos > (inbox.behind() ? ASK_AGAIN_NANOS : ASK_ANYWAY_NANOS)) {
                ask();
            }
            long since = now - pointedNanos;
            boolean again = spot.isPresent() && since > POINT_AGAIN_NANOS;
            if (again || (spotMoved && since >= Pointer.PERIOD_MILLIS * 1_000_000)) {
                point(now);
            }
        }
    }

    private void ask() {
        askedNanos = clock.nanos();
        send(inbox.resume());
    }

    private void point(long now) {
        spotMoved = false;
        pointedNanos = now;
        pointed++;
        PointAt unsigned = new PointAt(sessionEpoch, pointed, spot, new byte[0]);
        PointAt signed =
                unsigned.withSignature(CommandSignature.sign(CommandSignature.signedBytes(unsigned), self.key()));
        link.ifPresent(to -> to.sendAside(MessageCodec.encode(signed), Optional.of("pointer")));
    }

    private void send(String text, CompletableFuture<ChatAnswer> answer) {
        if (link.isEmpty() || unanswered.size() >= MOST_UNANSWERED) {
            answer.complete(link.isEmpty() ? ChatAnswer.UNKNOWN : ChatAnswer.TOO_OFTEN);
            return;
        }
        said++;
        Say unsigned = new Say(sessionEpoch, said, text, new byte[0]);
        unanswered.put(said, new Pending(answer, clock.nanos() + ANSWER_NANOS));
        send(unsigned.withSignature(CommandSignature.sign(CommandSignature.signedBytes(unsigned), self.key())));
    }

    private void send(Message message) {
        link.ifPresent(to -> to.sendAside(MessageCodec.encode(message), Optional.empty()));
    }
}
