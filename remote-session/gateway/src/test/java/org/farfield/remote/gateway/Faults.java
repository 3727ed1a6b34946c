package org.farfield.remote.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;

/** Makes one transmission error happen to a run's next command, or to its hold. */
final class Faults {
    private final ErrorRun run;
    private final Random random;
    private final TransmissionError error;

    Faults(ErrorRun run, TransmissionError error) {
        this.run = run;
        this.random = run.random;
        this.error = error;
    }

    void happen() {
        switch (error) {
            case CORRUPTION -> corruption();
            case REPETITION -> repetition();
            case WRONG_ORDER -> wrongOrder();
            case LOSS -> loss();
            case DELAY -> delay();
            case INSERTION -> insertion();
            case MASQUERADE -> masquerade();
            case WRONG_ADDRESS -> wrongAddress();
            default -> throw new IllegalStateException("an error that has no model: " + error);
        }
    }

    /** Some bits flip behind the transport's own protection. */
    private void corruption() {
        boolean hold = random.nextInt(4) == 0;
        Command whole = run.next();
        HoldReport report = run.local.holdReport(false, run.rig.clock.millis());
        byte[] frame = MessageCodec.encode(hold ? report : whole);
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            frame[8 + random.nextInt(frame.length - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        Optional<Message> read;
        try {
            read = MessageCodec.decode(frame);
        } catch (ProtocolException e) {
            return; // the link is closed on it
        }
        read.filter(m -> m instanceof Command && !m.equals(whole)).ifPresent(m -> {
            Command spoiled = (Command) m;
            run.refused(spoiled.operator().equals(run.remote.operator) ? run.remote : run.local, spoiled);
        });
        read.filter(m -> m instanceof HoldReport && !m.equals(report)).ifPresent(run.local::send);
    }

    private void repetition() {
        if (random.nextInt(3) == 0) {
            run.local.hold(true);
            HoldReport pressed = run.local.newestHold();
            run.local.hold(false);
            run.send(run.next()); // where the plan is accepted: it is armed now
            run.rig.pass(20);
            run.local.send(pressed);
            return;
        }
        Command once = run.next();
        run.send(once);
        run.rig.pass(20 + random.nextInt(400));
        run.refused(once);
    }

    private void wrongOrder() {
        Command first = run.next();
        Command second = run.next();
        if (first.operator().equals(second.operator())) {
            run.refused(second);
            run.refused(first);
        } else {
            run.send(second);
            run.send(first);
        }
    }

    /** A command, or everything of somebody's for a while. */
    private void loss() {
        if (random.nextBoolean()) {
            Command lost = run.next();
            Command after = run.next();
            if (lost.operator().equals(after.operator())) {
                run.refused(after); // the gap itself is refused
            }
            return;
        }
        Person silent = random.nextBoolean() ? run.local : run.remote;
        silent.mute = true;
        for (int i = random.nextInt(14); i >= 0; i--) {
            run.rig.pass(100);
            run.invariants.check();
        }
        silent.mute = false;
    }

    private void delay() {
        switch (random.nextInt(4)) {
            case 0 -> { // pressed long ago, or by a clock that is ahead, and not pressed now
                run.local.hold(false);
                long off = random.nextBoolean() ? 1_000 : -501 - random.nextInt(3_000);
                long then = run.rig.clock.millis() + off;
                run.local.send(run.local.holdReport(true, then));
            }
            case 1 -> {
                Command early = run.next();
                run.refused(sealed(new Copy(early).issuedAtMillis(early.issuedAtMillis() + 1_000)));
            }
            default -> {
                Command late = run.next();
                for (int i = 21 + random.nextInt(20); i > 0; i--) {
                    run.rig.pass(100);
                }
                run.refused(late);
            }
        }
    }

    /** What belongs to another session, another connection or another state. */
    private void insertion() {
        Command right = run.next();
        boolean plan = StateVersions.isAboutPlan(right.payload());
        switch (random.nextInt(plan ? 6 : 5)) {
            case 0 -> run.refused(sealed(new Copy(right).sessionEpoch(6)));
            case 1 -> run.refused(sealed(new Copy(right).leaseEpoch(right.leaseEpoch() - 1)));
            case 2 -> run.refused(sealed(new Copy(right).expectedStateVersion(0)));
            case 3 -> run.refused(sealed(new Copy(right).expectedStateVersion(right.expectedStateVersion() + 99)));
            case 4 -> anotherConnection();
            default -> run.refused(sealed(new Copy(right).planRevision(right.planRevision() - 1)));
        }
    }

    /** A command of the operator's connection before, on the one he has now. */
    private void anotherConnection() {
        run.remote.leave();
        run.remote = run.rig.join("remote", Role.REMOTE_OPERATOR);
        run.rig.pass(100);
        run.rig.pass(100);
        Command now = run.remote.command(new CommandPayload.RequestLease());
        run.refused(sealed(new Copy(now).issuedAtMillis(now.issuedAtMillis() - 300)));
    }

    private void masquerade() {
        Command right = run.next();
        switch (random.nextInt(5)) {
            case 0 -> run.refused(run.other, right); // stolen whole
            case 1 -> run.refused(Seal.seal(right, run.other.operator)); // on his connection, by another key
            case 2 ->
                run.refused(
                        run.other,
                        Seal.seal(
                                new Copy(run.other.command(right.payload()))
                                        .operator("local")
                                        .command(),
                                "other"));
            case 3 -> { // the hold of somebody who is not at the button
                run.local.hold(false);
                HoldReport forged = run.local.holdReport(true, run.rig.clock.millis());
                run.local.send(Seal.seal(forged, run.other.operator));
                run.other.send(forged);
            }
            default -> beyondHisRole();
        }
    }

    private void beyondHisRole() {
        List<CommandPayload> locals = List.of(
                new CommandPayload.Accept(run.rig.state().planSha256()),
                new CommandPayload.Arm(),
                new CommandPayload.Disarm(),
                new CommandPayload.Reject(""),
                new CommandPayload.RevokeLease(""),
                new CommandPayload.GrantLease("remote"),
                new CommandPayload.AuthoriseDose(run.rig.state().planSha256(), "model"),
                new CommandPayload.ConfirmPatient("P-1", "19700101"));
        run.refused(run.remote.command(locals.get(random.nextInt(locals.size()))));
        if (!run.other.role.mayHoldLease()) {
            run.refused(run.other.command(new CommandPayload.RequestLease()));
        }
        if (!run.other.role.mayStop()) {
            run.refused(run.other.command(new CommandPayload.Stop("observer")));
        }
    }

    private void wrongAddress() {
        Copy right = new Copy(run.next());
        run.refused(sealed(
                switch (random.nextInt(3)) {
                    case 0 -> right.scannerId("CT-2");
                    case 1 -> right.patientId("P-2");
                    default -> right.studyUid("1.2.4");
                }));
    }

    private static Command sealed(Copy copy) {
        return Seal.seal(copy.command(), copy.command().operator());
    }
}
