package org.farfield.remote.gateway;

import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.ManualSessionClock;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.SessionState;

/**
 * A core with a clock that moves only when told, people who send what a test says, and a scanner that writes down what
 * it is asked. Signatures are a byte: 1 is genuine.
 */
final class CoreRig {
    static final byte[] GENUINE = {1};
    static final SignatureCheck BYTE = new SignatureCheck() {
        @Override
        public boolean verifies(Command command, PublicKey key) {
            return command.signature().length == 1 && command.signature()[0] == 1;
        }

        @Override
        public boolean verifies(HoldReport report, PublicKey key) {
            return report.signature().length == 1 && report.signature()[0] == 1;
        }
    };
    static final PublicKey KEY = new PublicKey() {
        @Override
        public String getAlgorithm() {
            return "none";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    };

    /** What the local buttons themselves were like when the scanner was told to expose. */
    record Exposure(boolean localPressed, boolean pressedAfterArming, long reportAgeMillis) {}

    final ManualSessionClock clock = new ManualSessionClock(1_800_000_000_000L);
    final SessionOpening opening;
    private final boolean sealed;
    private long armedNanos;
    private boolean beam;
    final SessionCore core;
    final SessionRules rules;
    final List<CoreEffect> effects = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<String> scannerCalls = new ArrayList<>();
    final List<Exposure> exposures = new ArrayList<>();
    PortAnswer answer = new PortAnswer.Loaded(Plans.layout(5, 2));
    private Optional<SessionState> pushed = Optional.empty();
    private int connections;
    private int series;
    private Optional<SessionJournal> journal = Optional.empty();

    CoreRig() {
        this(SessionRules.standard());
    }

    CoreRig(SessionRules rules) {
        this(rules, DoseRules.shipped());
    }

    CoreRig(SessionRules rules, DoseRules dose) {
        this(rules, dose, false);
    }

    /** With signatures that cover everything instead of one byte, where {@code sealed}. */
    CoreRig(SessionRules rules, DoseRules dose, boolean sealed) {
        this.sealed = sealed;
        this.rules = rules;
        opening = new SessionOpening(
                7, rules, Plans.SCANNER, Plans.state(ScannerPhase.READY), Plans.PATIENT, dose, List.of());
        core = new SessionCore(opening, sealed ? new Seal() : BYTE, () -> "2.25." + ++series);
    }

    Person join(String operator, Role role) {
        Person person = new Person(this, operator, role, ++connections);
        people.add(person);
        feed(new CoreInput.Joined(person.connection, operator, role, sealed ? new Seal.Key(operator) : KEY, false));
        return person;
    }

    /** Joins and waits until the link is measured. */
    Person present(String operator, Role role) {
        Person person = join(operator, role);
        advance(250);
        return person;
    }

    Command sign(Command command) {
        return sealed ? Seal.seal(command, command.operator()) : command.withSignature(GENUINE);
    }

    HoldReport sign(HoldReport report) {
        return sealed ? Seal.seal(report, report.operator()) : report.withSignature(GENUINE);
    }

    /** Whether this is what its operator made for this session. */
    boolean genuine(Command command) {
        return command.sessionEpoch() == 7
                && (sealed
                        ? new Seal().verifies(command, new Seal.Key(command.operator()))
                        : BYTE.verifies(command, KEY));
    }

    /** Whether the beam of the present run has been on. */
    boolean beamSeen() {
        return beam;
    }

    /** Writes down everything from now on, which is the beginning. */
    void keep(SessionJournal in, Optional<SessionJournal.Before> before) {
        journal = Optional.of(in);
        in.open(before, opening);
    }

    /** One input at the clock's present time. */
    List<CoreEffect> decide(CoreInput input) {
        journal.ifPresent(j -> j.input(input, clock.nanos(), clock.millis()));
        List<CoreEffect> wanted = core.on(input, clock.nanos(), clock.millis());
        journal.ifPresent(j -> wanted.stream().filter(SessionJournal::keeps).forEach(j::effect));
        return wanted;
    }

    /** One input and whatever the scanner answers to it. */
    List<CoreEffect> feed(CoreInput input) {
        beam |= input instanceof CoreInput.BeamOn;
        List<CoreEffect> all = new ArrayList<>();
        Deque<CoreInput> inputs = new ArrayDeque<>(List.of(input));
        while (!inputs.isEmpty()) {
            for (CoreEffect effect : decide(inputs.removeFirst())) {
                all.add(effect);
                take(effect, inputs);
            }
        }
        effects.addAll(all);
        return all;
    }

    private void take(CoreEffect effect, Deque<CoreInput> inputs) {
        switch (effect) {
            case CoreEffect.Load load -> {
                scannerCalls.add("load");
                inputs.addLast(new CoreInput.PlanLoaded(load.seriesUid(), answer));
            }
            case CoreEffect.ArmScanner arm -> {
                scannerCalls.add("arm");
                armedNanos = clock.nanos();
                beam = false;
            }
            case CoreEffect.DisarmScanner disarm -> scannerCalls.add("disarm");
            case CoreEffect.Expose expose -> {
                scannerCalls.add("expose");
                exposures.add(exposure());
            }
            case CoreEffect.Hold hold -> scannerCalls.add("hold " + hold.pressed());
            case CoreEffect.MoveTable move -> scannerCalls.add("move " + move.targetMm());
            case CoreEffect.StopScanner stop -> scannerCalls.add("stop");
            case CoreEffect.Push push -> pushed = Optional.of(push.state());
            case CoreEffect.Send send ->
                people.stream().filter(p -> p.connection == send.connection()).forEach(p -> p.got(send.message()));
            case CoreEffect.Close close -> people.removeIf(p -> p.connection == close.connection());
            case CoreEffect.Note _, CoreEffect.Dose _ -> {}
        }
    }

    private Exposure exposure() {
        long now = clock.millis();
        return people.stream()
                .filter(p -> p.role == Role.LOCAL_OPERATOR && p.reportedPressed)
                .map(p -> new Exposure(true, p.pressedSinceNanos - armedNanos >= 0, now - p.reportedAtMillis))
                .findFirst()
                .orElse(new Exposure(false, false, Long.MAX_VALUE));
    }

    /** Time goes on in ticks; everybody who is not mute sends his heartbeats and hold reports. */
    void advance(long millis) {
        long tick = millis > 20_000 ? 100 : 20; // a long wait needs no fine ticks
        for (long gone = 0; gone < millis; gone += tick) {
            clock.advanceMillis(Math.min(tick, millis - gone));
            List.copyOf(people).forEach(Person::beat);
            feed(new CoreInput.Tick());
        }
    }

    /** Time goes on in one step. */
    void pass(long millis) {
        clock.advanceMillis(millis);
        List.copyOf(people).forEach(Person::beat);
        feed(new CoreInput.Tick());
    }

    SessionState state() {
        return core.state();
    }

    PlanState plan() {
        return state().planState();
    }

    /** The state as last pushed to everybody. */
    SessionState pushed() {
        return pushed.orElseThrow();
    }

    void scanner(ScannerPhase phase, String... interlocks) {
        feed(new CoreInput.ScannerRead(Plans.state(phase, interlocks), Plans.PATIENT));
    }

    void patient(PatientContext patient) {
        feed(new CoreInput.ScannerRead(Plans.state(ScannerPhase.READY), patient));
    }

    String runningSeries() {
        return "2.25." + series;
    }
}
