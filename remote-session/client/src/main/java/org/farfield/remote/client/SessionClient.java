package org.farfield.remote.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;
import org.farfield.remote.protocol.message.Challenge;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.Refused;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.ViewerLag;
import org.farfield.remote.protocol.message.Welcome;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;
import org.jspecify.annotations.Nullable;

/**
 * One participant's end of a live session: joins through a gateway or a relay, keeps the link alive and measured, knows
 * the newest state, sends commands and hold reports, hands the live slices on in order, and finds its way back after a
 * loss without losing or doubling a slice.
 *
 * <p>Every method may be called on any thread and returns at once. Inside, one thread does everything; another one
 * calls the {@link SessionEvents}, so that a slow listener never delays a heartbeat.
 */
public final class SessionClient implements AutoCloseable {
    /** How long a pressed hold lives without being said again, ms: a window that no longer answers has let go. */
    public static final long HOLD_RENEWAL_MILLIS = 250;

    private static final long TICK_MILLIS = 20;

    private final ClientConfig config;
    private final ClientRules rules;
    private final SessionClock clock;
    private final LinkSource links;
    private final ClientThread thread;
    private final Announcer announcer;
    private final GatewayClock gatewayClock;
    private final CommandDesk desk;
    private final PendingCommands pending;
    private final SliceInboxes inboxes;
    private final ViewBoard board;
    private final HoldButton button;
    private final SessionTalk talk;
    private final Retries retries;
    private final CompletableFuture<Void> firstWelcome = new CompletableFuture<>();

    private volatile boolean closed;
    private boolean again;
    private Optional<Link> link = Optional.empty();
    private Optional<Welcome> welcome = Optional.empty();
    private long heardNanos;
    private long heartbeatDueNanos;
    private long holdDueNanos;
    private String transport = "";
    private boolean shownKnown;

    /**
     * A client over real sockets; nothing happens before {@link #connect}. The events' methods are called as said
     * there.
     */
    public SessionClient(ClientConfig config, SessionClock clock, SessionEvents events) {
        this(config, ClientRules.STANDARD, clock, new NetworkLinks(config), events);
    }

    SessionClient(ClientConfig config, ClientRules rules, SessionClock clock, LinkSource links, SessionEvents events) {
        this.config = config;
        this.rules = rules;
        this.clock = clock;
        this.links = links;
        String operator = config.identity().operator();
        thread = new ClientThread("session-" + operator);
        announcer = new Announcer(events, "session-events-" + operator);
        gatewayClock = new GatewayClock(clock);
        desk = new CommandDesk(config.identity(), rules, gatewayClock);
        pending = new PendingCommands(operator);
        inboxes = new SliceInboxes(rules, clock, announcer::tell);
        board = new ViewBoard(operator, config.role(), clock);
        button = new HoldButton(clock);
        retries = new Retries(rules);
        talk = new SessionTalk(config.identity(), clock, thread, announcer::tell);
    }

    /**
     * Connects and joins. After the first success the client finds its way back by itself until it is closed.
     *
     * @return completes when the gateway took this participant in; fails with a message that names the peer and the
     *     cause, and then nothing more is tried
     */
    public CompletionStage<Void> connect() {
        thread.run(() -> {
            thread.every(TICK_MILLIS, this::tick);
            retries.lost(clock.nanos());
            open();
        });
        return firstWelcome.minimalCompletionStage();
    }

    /** What is known now. */
    public SessionView view() {
        return board.view();
    }

    /** Chat and pointers, beside control. */
    public SessionTalk talk() {
        return talk;
    }

    /** The gateway's wall clock now, as well as it is known here; ms since 1970. */
    public long gatewayMillis() {
        return Math.round(clock.millis() + board.view().clockOffsetMillis());
    }

    /**
     * Asks the gateway, for the state as this client knows it now.
     *
     * @return its verdict, or one of reason UNKNOWN when none came in time or it could not be sent; never fails
     */
    public CompletionStage<Verdict> command(CommandPayload payload) {
        CompletableFuture<Verdict> answer = new CompletableFuture<>();
        if (!thread.run(() -> send(payload, answer))) {
            answer.complete(pending.unknown(0, "not sent: the client is closed", 0));
        }
        return answer.minimalCompletionStage();
    }

    /** Asks for everything to stop, whatever is known of the state. */
    public CompletionStage<Verdict> stop(String reason) {
        return command(new CommandPayload.Stop(reason));
    }

    /**
     * Says that the release button is pressed or not. Reports go out by themselves every 60 ms, pressed and not
     * pressed; a pressed one must be said again within {@link #HOLD_RENEWAL_MILLIS}. Without effect for other roles
     * than the local operator's.
     *
     * @param planSha256 hash of the plan that the operator sees and releases
     */
    public void hold(boolean pressed, String planSha256) {
        if (button.say(pressed, planSha256)) {
            thread.run(this::reportHold);
        }
    }

    /** Leaves the session. */
    @Override
    public void close() {
        closed = true;
        thread.run(() -> {
            link.ifPresent(l -> l.close("left the session"));
            drop("the client was closed");
            links.close();
            thread.end();
            announcer.close();
        });
    }

    private void open() {
        if (closed || link.isPresent() || !retries.begin(clock.nanos())) {
            return;
        }
        Ear ear = new Ear();
        CompletionStage<Link> opening =
                transport.isEmpty() || !retries.asBefore() ? links.open(ear) : links.openAgain(ear, transport);
        opening.whenComplete((made, fault) -> thread.run(() -> opened(ear, made, fault)));
    }

    private void opened(Ear ear, @Nullable Link made, @Nullable Throwable fault) {
        retries.ended();
        if (made == null) {
            if (link.isEmpty()) {
                failed(SessionException.line(fault), false);
            }
        } else if (closed) {
            made.close("left the session");
        } else {
            adopt(ear, made);
        }
    }

    /** A link is there: its first message may come before the word that it was made. The first of several counts. */
    private void adopt(Ear ear, Link made) {
        if (ear.used) {
            return;
        }
        ear.used = true;
        if (link.isEmpty()) {
            link = Optional.of(made);
            transport = made.transportName();
            heardNanos = clock.nanos();
        } else {
            made.close("another link was there first");
        }
    }

    /** No link came about, or it was taken away. */
    private void failed(String why, boolean forGood) {
        if (welcome.isPresent()) {
            retries.lost(clock.nanos());
        }
        drop(why);
        firstWelcome.completeExceptionally(new SessionException(why));
        again = !forGood && !firstWelcome.isCompletedExceptionally();
    }

    private void drop(String why) {
        boolean had = welcome.isPresent();
        link = Optional.empty();
        welcome = Optional.empty();
        talk.lost();
        board.trouble(why);
        pending.lost("the link was lost before a verdict came: " + why, board.stateVersion())
                .forEach(verdict -> announcer.tell(e -> e.onVerdict(verdict)));
        if (had) {
            announcer.tell(e -> e.onLinkLost(why));
        }
        showView();
    }

    private void heard(Link from, Message message) {
        if (!isCurrent(from)) {
            return;
        }
        heardNanos = clock.nanos();
        switch (message) {
            case Challenge challenge -> {
                welcome = Optional.empty();
                from.send(ParticipantAuthentication.answer(challenge, config.identity(), config.role()));
            }
            case Welcome in -> welcomed(from, in);
            case Refused refused -> refused(from, refused);
            case Heartbeat beat -> heartbeat(beat);
            case SessionState state -> {
                board.state(state);
                showView();
            }
            case Verdict verdict -> {
                if (verdict.operator().equals(config.identity().operator()) && pending.decided(verdict)) {
                    announcer.tell(e -> e.onVerdict(verdict));
                }
            }
            case SeriesStart start -> inboxes.start(start).ifPresent(from::send);
            case SeriesEnd end -> inboxes.end(end);
            case ViewerLag lag -> inboxes.lag(lag);
            default -> talk.heard(message);
        }
    }

    @SuppressWarnings("ReferenceEquality") // that very link, not one like it
    private boolean isCurrent(Link from) {
        return link.isPresent() && link.get() == from;
    }

    private void welcomed(Link from, Welcome in) {
        welcome = Optional.of(in);
        gatewayClock.welcome(in);
        desk.welcome();
        inboxes.linkBegins();
        talk.welcomed(from, in);
        again = true;
        board.welcome(in, from.transportName());
        board.measured(gatewayClock);
        heartbeatDueNanos = clock.nanos();
        holdDueNanos = heartbeatDueNanos;
        beat();
        reportHold();
        firstWelcome.complete(null);
        showView();
    }

    private void refused(Link from, Refused refused) {
        String why = links.peer() + " did not let " + config.identity().operator() + " in: " + refused.text();
        link = Optional.empty();
        from.close("refused");
        boolean passing = refused.reason() == RefusalReason.ALREADY_PRESENT
                || refused.reason() == RefusalReason.FULL
                || refused.reason() == RefusalReason.NO_ANSWER;
        failed(why, !passing);
    }

    private void heartbeat(Heartbeat beat) {
        gatewayClock.heard(beat);
        if (gatewayClock.firstAnswerDue()) {
            beat();
        }
        board.measured(gatewayClock);
    }

    private void send(CommandPayload payload, CompletableFuture<Verdict> answer) {
        Optional<SessionState> known = board.view().state();
        boolean stop = payload instanceof CommandPayload.Stop;
        if (link.isEmpty() || welcome.isEmpty() || (known.isEmpty() && !stop)) {
            String why = link.isEmpty() || welcome.isEmpty() ? "no link to " + links.peer() : "the state is unknown";
            Verdict unsent = pending.unknown(0, "not sent: " + why, board.stateVersion());
            answer.complete(unsent);
            announcer.tell(e -> e.onVerdict(unsent));
            return;
        }
        Command command = desk.command(payload, welcome.get(), known);
        pending.add(command.sequence(), answer, clock.nanos() + rules.verdictMillis() * 1_000_000);
        link.get().send(command);
    }

    private void tick() {
        try {
            long now = clock.nanos();
            if (link.isPresent() && now - heardNanos > rules.deadMillis() * 1_000_000) {
                Link dead = link.get();
                link = Optional.empty();
                String why = links.peer() + " was silent for " + rules.deadMillis() + " ms";
                dead.close(why);
                failed(why, false);
            }
            if (again) {
                open();
            }
            if (link.isPresent() && welcome.isPresent()) {
                if (now - heartbeatDueNanos >= 0) {
                    heartbeatDueNanos = Math.max(heartbeatDueNanos + rules.heartbeatMillis() * 1_000_000, now);
                    beat();
                }
                if (now - holdDueNanos >= 0) {
                    reportHold();
                }
                inboxes.missing().forEach(link.get()::send);
            }
            talk.tick();
            pending.expire(now, board.stateVersion()).forEach(verdict -> announcer.tell(e -> e.onVerdict(verdict)));
            if (shownKnown && board.view().state().isEmpty()) {
                showView();
            }
        } catch (RuntimeException e) {
            failed("this client failed unexpectedly: " + e, false);
        }
    }

    private void beat() {
        link.ifPresent(
                l -> l.send(gatewayClock.next(welcome.map(Welcome::sessionEpoch).orElse(0L), board.stateVersion())));
    }

    private void reportHold() {
        if (link.isEmpty() || welcome.isEmpty() || welcome.get().role() != Role.LOCAL_OPERATOR) {
            return;
        }
        holdDueNanos = clock.nanos() + rules.holdMillis() * 1_000_000;
        link.get().send(desk.hold(button.pressed(), button.planSha256(), welcome.get()));
    }

    private void showView() {
        SessionView view = board.view();
        shownKnown = view.state().isPresent();
        announcer.tell(e -> e.onView(view));
    }

    /** Listens on a network thread and passes everything on. */
    private final class Ear implements LinkListener {
        private boolean used;

        @Override
        public void onMessage(Link from, Message message) {
            thread.run(() -> {
                if (!closed) {
                    adopt(this, from);
                    heard(from, message);
                }
            });
        }

        @Override
        public void onSlice(Link from, LiveSlice slice) {
            thread.run(() -> {
                if (isCurrent(from)) {
                    heardNanos = clock.nanos();
                    inboxes.offer(slice);
                }
            });
        }

        @Override
        public void onClosed(Link from, String reason) {
            thread.run(() -> {
                adopt(this, from);
                if (isCurrent(from)) {
                    failed(links.peer() + " closed the link: " + reason, false);
                }
            });
        }
    }
}
