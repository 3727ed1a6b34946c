package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.farfield.dicom.Uids;
import org.farfield.remote.gateway.journal.JournalDisk;
import org.farfield.remote.gateway.journal.JournalWriter;
import org.farfield.remote.gateway.live.LiveFeed;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Welcome;
import org.farfield.remote.protocol.transport.Link;

/**
 * One session at work: feeds the core on the control thread and does what it wants done, in order, for the callers, the
 * scanner and the journal. What the scanner answers to a call goes into the core before anything that waits in the
 * queue.
 */
final class ControlRoom implements GatewayDesk, AutoCloseable {
    private static final long PROOF_MILLIS = 5_000;
    private static final long MOST_BEHIND_MILLIS = 500;
    private static final long SCANNER_READ_NANOS = 100_000_000;

    private final SessionClock clock;
    private final ParticipantAuthentication authentication;
    private final Consumer<String> problems;
    private final SessionJournal journal;
    private final Outbox outbox;
    private final ScannerDriver driver;
    private final ControlThread control;
    private final TalkDesk talk;
    private final SessionCore core;
    private final long epoch;
    private final String scannerId;
    private final Map<Integer, Caller> callers = new ConcurrentHashMap<>();
    private final Set<Link> relays = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean scannerChanged = new AtomicBoolean();
    private final AtomicLong durable = new AtomicLong();
    private final Deque<CoreInput> inputs = new ArrayDeque<>();
    private boolean deciding;
    private boolean behind;
    private long scannerReadNanos;
    private volatile SessionState shown;

    ControlRoom(
            SessionRules rules,
            ScannerPort port,
            SessionClock clock,
            ParticipantAuthentication authentication,
            long epoch,
            JournalDisk disk,
            Optional<SessionJournal.Before> journalBefore,
            DoseRules dose,
            List<DoseGiven> given,
            LiveFeed feed,
            Consumer<String> problems) {
        this.clock = clock;
        this.authentication = authentication;
        this.epoch = epoch;
        this.problems = problems;
        driver = new ScannerDriver(port, feed, this::post, clock::millis, problems);
        port.onChange(this::scannerChanged);
        port.disarm();
        ScannerDescription description = port.describe();
        scannerId = description.id();
        SessionOpening opening =
                new SessionOpening(epoch, rules, description, port.state(), port.patient(), dose, given);
        core = new SessionCore(opening, SignatureCheck.PROTOCOL, Uids::create);
        shown = core.state();
        control = new ControlThread(clock, this::tick, this::thrown);
        journal = new SessionJournal(new JournalWriter(disk, new Disk()));
        outbox = new Outbox(journal, this::perform);
        talk = new TalkDesk(clock, epoch, this::aside);
        journal.open(journalBefore, opening);
    }

    void start() {
        control.start();
    }

    /** The state as last pushed. Any thread. */
    SessionState state() {
        return shown;
    }

    void relayJoins(Link relay) {
        relays.add(relay);
    }

    void relayLeaves(Link relay) {
        relays.remove(relay);
    }

    @Override
    public SessionClock clock() {
        return clock;
    }

    @Override
    public long sessionEpoch() {
        return epoch;
    }

    @Override
    public String scannerId() {
        return scannerId;
    }

    @Override
    public ParticipantAuthentication authentication() {
        return authentication;
    }

    @Override
    public TalkDesk talk() {
        return talk;
    }

    @Override
    public int nextConnection() {
        return connections.incrementAndGet();
    }

    @Override
    public void enter(Caller caller) {
        callers.put(caller.connection(), caller);
    }

    @Override
    public void leave(Caller caller, String reason) {
        callers.remove(caller.connection());
        post(new CoreInput.Left(caller.connection(), reason));
    }

    @Override
    public void stopAtOnce(String reason) {
        driver.stopAtOnce(reason);
    }

    @Override
    public void problem(String line) {
        problems.accept(line);
    }

    @Override
    public void post(CoreInput input) {
        if (control.isCurrent()) {
            inputs.addLast(input);
            decide();
        } else {
            control.post(() -> post(input));
        }
    }

    private void scannerChanged() {
        if (scannerChanged.compareAndSet(false, true)) {
            control.post(this::readScanner);
        }
    }

    private void readScanner() {
        scannerChanged.set(false);
        scannerReadNanos = clock.nanos();
        driver.read();
    }

    private void tick() {
        if (clock.nanos() - scannerReadNanos >= SCANNER_READ_NANOS) {
            readScanner();
        }
        journalBehind();
        post(new CoreInput.Tick());
        for (Caller caller : callers.values()) {
            if (caller.unprovedMillis() > PROOF_MILLIS) {
                caller.turnAway(RefusalReason.NO_ANSWER, "no answer to the challenge");
            }
        }
    }

    /** A disk that does not keep up must not let out later what was meant for now. */
    private void journalBehind() {
        boolean late = outbox.behindMillis(clock.nanos()) >= MOST_BEHIND_MILLIS;
        if (late && !behind) {
            withhold("its disk does not keep up");
        }
        behind = late;
    }

    private void withhold(String why) {
        outbox.withhold("the journal " + why);
        post(new CoreInput.JournalBehind(why));
    }

    /** Control thread: everything there is to decide, unless that is being done already further up the stack. */
    private void decide() {
        if (deciding) {
            return;
        }
        deciding = true;
        try {
            while (!inputs.isEmpty()) {
                CoreInput input = inputs.removeFirst();
                long nanos = clock.nanos();
                long millis = clock.millis();
                journal.input(input, nanos, millis);
                outbox.take(core.on(input, nanos, millis), nanos);
            }
        } finally {
            deciding = false;
        }
    }

    private void perform(CoreEffect effect) {
        switch (effect) {
            case CoreEffect.StopScanner stop -> driver.stopAtOnce(stop.reason());
            case CoreEffect.Send send -> send(send.connection(), send.message());
            case CoreEffect.Push push -> push(push.state());
            case CoreEffect.Close close -> {
                Caller caller = callers.remove(close.connection());
                if (caller != null) {
                    caller.outlet().close(close.reason());
                }
            }
            case CoreEffect.Load load -> driver.load(load);
            case CoreEffect.ArmScanner arm -> driver.arm();
            case CoreEffect.DisarmScanner disarm -> driver.disarm();
            case CoreEffect.Expose expose -> driver.expose(expose.series());
            case CoreEffect.Hold hold -> driver.hold(hold.pressed());
            case CoreEffect.MoveTable move -> driver.moveTable(move.targetMm());
            case CoreEffect.Note _, CoreEffect.Dose _ -> {
                // the journal has it
            }
        }
    }

    private void send(int connection, Message message) {
        Caller caller = callers.get(connection);
        if (caller == null) {
            return;
        }
        caller.outlet().send(message);
        if (message instanceof Welcome) {
            caller.welcome();
            caller.outlet().welcomed();
        }
    }

    private void push(SessionState state) {
        shown = state;
        straight().forEach(caller -> caller.outlet().send(state));
        relays.forEach(relay -> relay.send(state));
    }

    private void aside(Message message) {
        straight().forEach(caller -> caller.outlet().sendAside(message));
        relays.forEach(relay -> Asides.send(relay, message));
    }

    private Stream<Caller> straight() {
        return callers.values().stream().filter(caller -> caller.isWelcomed() && !caller.relayed());
    }

    /** The gateway itself is at fault: whatever runs is stopped, and the session goes on. */
    private void thrown(RuntimeException e) {
        driver.stopAtOnce("the gateway failed");
        problems.accept("the gateway failed and stopped the scanner: " + e + " at " + e.getStackTrace()[0]);
        inputs.clear();
        post(new CoreInput.StoppedHere("the gateway failed: " + e));
    }

    @Override
    public void close() {
        control.close();
        journal.end("session " + epoch + " ends");
        journal.close();
        callers.values().forEach(caller -> caller.outlet().close("the gateway ends"));
    }

    /** The journal's news, on its own thread. */
    private final class Disk implements JournalWriter.Listener {
        @Override
        public void durable(long entries) {
            durable.set(entries);
            control.post(() -> outbox.durable(durable.get()));
        }

        @Override
        public void failed(IOException cause) {
            problems.accept("the journal cannot be written, nothing but STOP works any more: " + cause.getMessage());
            control.post(() -> withhold("cannot be written"));
        }
    }
}
