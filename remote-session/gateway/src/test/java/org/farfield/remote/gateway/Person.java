package org.farfield.remote.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;

/** Somebody in a {@link CoreRig}: keeps the protocol unless a test makes him break it. */
final class Person {
    final String operator;
    final Role role;
    final int connection;
    final List<Message> inbox = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    long roundTripMillis = 10;
    boolean mute;
    boolean pressed;
    String holdHash = "";
    boolean reportedPressed;
    long reportedAtMillis;
    long pressedSinceNanos;
    long sentNanos;
    long sequence;
    long holdSequence;
    private final CoreRig rig;
    private final Deque<Heartbeat> underWay = new ArrayDeque<>();
    private Heartbeat newest = new Heartbeat(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private HoldReport newestHold = new HoldReport(0, 0, false, 0, "", "", CoreRig.GENUINE);
    private long beats;
    private long beatDueNanos;

    Person(CoreRig rig, String operator, Role role, int connection) {
        this.rig = rig;
        this.operator = operator;
        this.role = role;
        this.connection = connection;
        this.sentNanos = rig.clock.nanos();
    }

    void got(Message message) {
        inbox.add(message);
        if (message instanceof Verdict verdict) {
            verdicts.add(verdict);
        } else if (message instanceof Heartbeat beat) {
            underWay.addLast(beat);
        }
    }

    void beat() {
        long now = rig.clock.nanos();
        if (mute || now < beatDueNanos) {
            return;
        }
        beatDueNanos = now + 100_000_000;
        long trip = roundTripMillis * 1_000_000;
        while (!underWay.isEmpty() && now - underWay.getFirst().sentNanos() >= trip) {
            newest = underWay.removeFirst();
        }
        long delay = now - newest.sentNanos() - trip;
        send(new Heartbeat(++beats, now, rig.clock.millis(), newest.sequence(), newest.sentNanos(), delay, 0, 7, 0));
        if (role == Role.LOCAL_OPERATOR) {
            reportHold();
        }
    }

    void send(Message message) {
        sentNanos = rig.clock.nanos();
        rig.feed(new CoreInput.Received(connection, message));
    }

    void leave() {
        rig.people.remove(this);
        rig.feed(new CoreInput.Left(connection, "gone"));
    }

    /** Presses or lets go, and says so at once. */
    void hold(boolean down) {
        if (down && !pressed) {
            pressedSinceNanos = rig.clock.nanos();
        }
        pressed = down;
        holdHash = rig.state().acceptedSha256().orElse("");
        reportHold();
    }

    void reportHold() {
        reportedPressed = pressed;
        reportedAtMillis = rig.clock.millis();
        newestHold = holdReport(pressed, rig.clock.millis());
        send(newestHold);
    }

    HoldReport newestHold() {
        return newestHold;
    }

    HoldReport holdReport(boolean down, long issuedAtMillis) {
        return rig.sign(new HoldReport(7, ++holdSequence, down, issuedAtMillis, holdHash, operator, CoreRig.GENUINE));
    }

    /** A right command for the state as it is. */
    Command command(CommandPayload payload) {
        SessionState state = rig.state();
        return rig.sign(new Command(
                7,
                ++sequence,
                state.lease().epoch(),
                rig.clock.millis(),
                2_000,
                state.stateVersion(),
                state.planRevision(),
                operator,
                "CT-1",
                state.patient().patientId(),
                state.patient().studyUid(),
                payload,
                CoreRig.GENUINE));
    }

    Verdict ask(CommandPayload payload) {
        return give(command(payload));
    }

    /** The same with something wrong in it. */
    Verdict ask(CommandPayload payload, UnaryOperator<Command> spoil) {
        return give(spoil.apply(command(payload)));
    }

    Verdict give(Command command) {
        int before = verdicts.size();
        send(command);
        if (verdicts.size() != before + 1) {
            throw new AssertionError((verdicts.size() - before) + " verdicts for " + command);
        }
        return verdicts.getLast();
    }
}
