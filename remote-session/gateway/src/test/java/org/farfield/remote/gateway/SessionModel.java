package org.farfield.remote.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.HoldReport;

/**
 * One random run of a session: who does what next is drawn from the seed, what must be true is asked of the watcher.
 */
final class SessionModel {
    private final Random random;
    private final CoreRig rig;
    private final Invariants invariants;
    private final List<Command> old = new ArrayList<>();
    private Person local;
    private Person remote;
    private Person other;
    private int steps;
    private boolean beam;

    SessionModel(long seed) {
        this(seed, new CoreRig());
    }

    SessionModel(long seed, CoreRig rig) {
        this.rig = rig;
        invariants = new Invariants(rig);
        random = new Random(seed);
        local = rig.join("local", Role.LOCAL_OPERATOR);
        remote = rig.join("remote", Role.REMOTE_OPERATOR);
        other = rig.join("other", random.nextBoolean() ? Role.REMOTE_OPERATOR : Role.CONSULTANT);
        rig.advance(240);
    }

    void run(int count) {
        for (steps = 1; steps <= count; steps++) {
            step();
            invariants.check();
        }
    }

    int steps() {
        return steps;
    }

    long exposures() {
        return invariants.exposures();
    }

    long stops() {
        return invariants.stops();
    }

    long refusals() {
        return invariants.refusals();
    }

    private void step() {
        comeBack();
        int dice = random.nextInt(100);
        if (dice < 45) {
            send(forward());
        } else if (dice < 55) {
            send(wish());
        } else if (dice < 65) {
            fault();
        } else if (dice < 77) {
            hold();
        } else if (dice < 88) {
            long[] pauses = {20, 20, 60, 100, 100, 300, 520, 1_100, 31_000};
            rig.advance(pauses[random.nextInt(random.nextInt(6) == 0 ? pauses.length : 6)]);
        } else {
            scanner();
        }
    }

    /** What would bring the plan on from where it is. */
    private Command forward() {
        boolean lease = rig.state().lease().holder().isPresent();
        return switch (rig.plan()) {
            case DRAFT, CHECKED, DONE, STOPPED, LAPSED -> {
                if (!lease && random.nextBoolean()) {
                    yield rig.state().lease().requestedBy().isPresent()
                            ? local.command(new CommandPayload.GrantLease(
                                    rig.state().lease().requestedBy().get()))
                            : remote.command(new CommandPayload.RequestLease());
                }
                Person who = lease ? remote : local;
                yield rig.plan() == PlanState.CHECKED
                        ? who.command(new CommandPayload.Propose())
                        : who.command(new CommandPayload.EditPlan(Plans.HELICAL));
            }
            case PROPOSED ->
                local.command(
                        rig.state().patient().identityConfirmed()
                                ? new CommandPayload.Accept(
                                        rig.state().proposedSha256().orElse(""))
                                : new CommandPayload.ConfirmPatient("P-1", "19700101"));
            case ACCEPTED -> local.command(new CommandPayload.Arm());
            case ARMED, RUNNING -> {
                local.pressed = false;
                local.hold(false);
                rig.advance(20);
                local.hold(true);
                yield other.command(new CommandPayload.RequestLease());
            }
        };
    }

    private Command wish() {
        Person who = List.of(local, remote, other).get(random.nextInt(3));
        List<CommandPayload> wishes = List.of(
                new CommandPayload.RequestLease(),
                new CommandPayload.GrantLease(random.nextBoolean() ? "remote" : "other"),
                new CommandPayload.RefuseLease("remote", ""),
                new CommandPayload.RevokeLease(""),
                new CommandPayload.ReleaseLease(),
                new CommandPayload.NewPlan(PlanKind.LOCALIZER),
                new CommandPayload.EditPlan(Plans.HELICAL.with(PlanField.KILOVOLTS, random.nextBoolean() ? 80 : 90)),
                new CommandPayload.ConfirmEdit(rig.state().planSha256()),
                new CommandPayload.Propose(),
                new CommandPayload.Accept(rig.state().planSha256()),
                new CommandPayload.Reject(""),
                new CommandPayload.Arm(),
                new CommandPayload.Disarm(),
                new CommandPayload.Stop("walk"),
                new CommandPayload.ConfirmPatient("P-1", "19700101"),
                new CommandPayload.MoveTable(10));
        return who.command(wishes.get(random.nextInt(wishes.size())));
    }

    /** One of the eight transmission errors, or a lost link. */
    private void fault() {
        switch (random.nextInt(10)) {
            case 0 -> send(forward().withSignature(new byte[] {0})); // corruption
            case 1 -> replay(command -> command); // repetition
            case 2 -> send(spoiled(c -> c.sequence(Math.max(1, c.command().sequence() - 2)))); // wrong order
            case 3 -> forward(); // loss: made, numbered and never delivered
            case 4 -> { // delay
                Command late = forward();
                rig.advance(2_100);
                invariants.mustRefuse(late);
                send(late);
            }
            case 5 -> replay(command -> new Copy(command).sessionEpoch(6).command()); // insertion from before
            case 6 -> send(spoiled(c -> c.operator("local").scannerId("CT-1"))); // masquerade
            case 7 -> send(spoiled(c -> c.patientId("P-9"))); // wrong address
            case 8 -> (random.nextBoolean() ? remote : local).mute ^= true;
            default -> leave();
        }
    }

    private Command spoiled(UnaryOperator<Copy> how) {
        return how.apply(new Copy(remote.command(new CommandPayload.EditPlan(Plans.LOCALIZER))))
                .command();
    }

    private void replay(UnaryOperator<Command> how) {
        if (!old.isEmpty()) {
            Command again = how.apply(old.get(random.nextInt(old.size())));
            if (!CommandGate.isStop(again)) {
                invariants.mustRefuse(again);
            }
            send(again);
        }
    }

    private void leave() {
        if (random.nextBoolean()) {
            remote.leave();
        } else {
            local.leave();
        }
    }

    private void comeBack() {
        if (!rig.people.contains(local)) {
            local = rig.join("local", Role.LOCAL_OPERATOR);
        }
        if (!rig.people.contains(remote)) {
            remote = rig.join("remote", Role.REMOTE_OPERATOR);
        }
        if (!rig.people.contains(other)) {
            other = rig.join("other", Role.REMOTE_OPERATOR);
        }
        if (random.nextInt(8) == 0) {
            local.mute = false;
            remote.mute = false;
        }
    }

    private void send(Command command) {
        rig.people.stream()
                .filter(p -> p.operator.equals(command.operator()))
                .findFirst()
                .ifPresent(who -> {
                    old.add(command);
                    invariants.before(command);
                    who.send(command);
                    invariants.after(who, command);
                });
    }

    private void hold() {
        switch (random.nextInt(6)) {
            case 0, 1 -> local.hold(true);
            case 2 -> local.hold(false);
            case 3 -> { // a stale press
                HoldReport stale = local.holdReport(true, rig.clock.millis() - 600);
                local.send(stale);
            }
            case 4 -> local.send(local.holdReport(true, rig.clock.millis()).withSignature(new byte[] {0}));
            default ->
                remote.send(new HoldReport(
                        7,
                        1_000 + steps,
                        true,
                        rig.clock.millis(),
                        rig.state().planSha256(),
                        "local",
                        CoreRig.GENUINE));
        }
    }

    private void scanner() {
        boolean running = rig.plan() == PlanState.RUNNING;
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                if (running && !beam) {
                    beam = true;
                    rig.feed(new CoreInput.BeamOn(rig.runningSeries()));
                }
            }
            case 2 -> {
                if (beam) {
                    rig.feed(new CoreInput.SliceMade(rig.runningSeries()));
                }
            }
            case 3 -> {
                if (beam
                        || rig.core.state().acquisition().filter(a -> !a.done()).isPresent()) {
                    beam = false;
                    rig.feed(
                            random.nextBoolean()
                                    ? new CoreInput.RunDone(rig.runningSeries())
                                    : new CoreInput.RunFailed(rig.runningSeries(), "ended"));
                }
            }
            case 4 -> rig.scanner(random.nextInt(4) == 0 ? ScannerPhase.FAULT : ScannerPhase.READY);
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    rig.feed(new CoreInput.ScannerFaulted("no answer"));
                }
            }
            case 6 -> {
                if (random.nextInt(6) == 0) {
                    rig.patient(new PatientContext("P-1", "Doe", "19700101", "F", "1.2." + steps, "A", false));
                }
            }
            default ->
                rig.answer = random.nextInt(5) == 0
                        ? new PortAnswer.Refused("not now")
                        : new PortAnswer.Loaded(Plans.layout(5, 2));
        }
    }
}
