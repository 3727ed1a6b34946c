package org.farfield.remote.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;

/**
 * One run of the model of one transmission error: people bring a plan to some point of its life, the error happens
 * there, and they go on. What must be true is asked of the watcher after every step.
 */
final class ErrorRun {
    private static final DoseRules DOSE = dose();
    private static final List<ScanPlan> PLANS = List.of(
            Plans.HELICAL.with(PlanField.TUBE_CURRENT_MA, 100),
            Plans.HELICAL.with(PlanField.TUBE_CURRENT_MA, 240),
            Plans.HELICAL.with(PlanField.TUBE_CURRENT_MA, 400));
    /** Above the ceiling, and a voltage that the scanner does not have. */
    private static final List<ScanPlan> FORBIDDEN =
            List.of(Plans.HELICAL.with(PlanField.TUBE_CURRENT_MA, 900), Plans.HELICAL.with(PlanField.KILOVOLTS, 90));

    final Random random;
    final CoreRig rig = new CoreRig(SessionRules.standard(), DOSE, true);
    final Invariants invariants = new Invariants(rig);
    Person local;
    Person remote;
    Person other;
    private final Faults faults;
    private boolean interlock;

    ErrorRun(TransmissionError error, long seed) {
        random = new Random(seed * 31 + error.name().hashCode());
        faults = new Faults(this, error);
        local = rig.join("local", Role.LOCAL_OPERATOR);
        remote = rig.join("remote", Role.REMOTE_OPERATOR);
        Role[] third = {Role.OBSERVER, Role.CONSULTANT, Role.REMOTE_OPERATOR, Role.LOCAL_OPERATOR};
        other = rig.join("other", third[random.nextInt(third.length)]);
        if (random.nextInt(4) == 0) {
            refused(remote.command(new CommandPayload.RequestLease())); // the link is not measured yet
        }
        rig.pass(100);
        rig.pass(100);
    }

    private static DoseRules dose() {
        try {
            return DoseRules.parse("model", """
                    examines torso
                    region torso 32
                    output 120 10 2 ; model
                    notification ctdivol 0 - 10 ; model
                    alert ctdivol 0 - 15 ; model
                    ceiling dlp 0 - 300 ; model
                    """);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void run() {
        walk(2 + random.nextInt(9));
        faults.happen();
        invariants.check();
        walk(1 + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            send(remote.command(new CommandPayload.Stop("enough")));
            invariants.check();
        }
    }

    private void walk(int steps) {
        for (int i = 0; i < steps; i++) {
            int dice = random.nextInt(16);
            if (dice == 0) {
                improper();
            } else if (dice == 1) {
                scanner();
            } else if (dice == 2) {
                rig.pass(100);
            } else {
                forward();
            }
            invariants.check();
        }
    }

    private void forward() {
        if (rig.plan() == PlanState.ARMED || rig.plan() == PlanState.RUNNING) {
            press();
        } else {
            send(next());
        }
    }

    /** The right command for where the plan is. */
    Command next() {
        SessionState state = rig.state();
        if (state.lease().holder().isEmpty()) {
            return state.lease()
                    .requestedBy()
                    .map(who -> local.command(new CommandPayload.GrantLease(who)))
                    .orElseGet(() -> remote.command(new CommandPayload.RequestLease()));
        }
        DoseState dose = state.dose().orElseThrow();
        return switch (state.planState()) {
            case DRAFT, DONE, STOPPED, LAPSED -> remote.command(new CommandPayload.EditPlan(plan()));
            case CHECKED ->
                remote.command(
                        dose.level() != DoseLevel.BELOW && dose.reason().isEmpty() && random.nextInt(8) != 0
                                ? new CommandPayload.ExplainDose(state.planSha256(), "model")
                                : new CommandPayload.Propose());
            case PROPOSED ->
                local.command(
                        !state.patient().identityConfirmed() && random.nextInt(4) != 0
                                ? new CommandPayload.ConfirmPatient("P-1", "19700101")
                                : dose.level() == DoseLevel.ALERT
                                                && dose.authorised().isEmpty()
                                                && random.nextInt(4) != 0
                                        ? new CommandPayload.AuthoriseDose(state.planSha256(), "model")
                                        : new CommandPayload.Accept(
                                                state.proposedSha256().orElse("")));
            case ACCEPTED -> local.command(new CommandPayload.Arm());
            case ARMED, RUNNING -> local.command(new CommandPayload.MoveTable(10));
        };
    }

    ScanPlan plan() {
        return PLANS.get(random.nextInt(PLANS.size()));
    }

    private void press() {
        if (random.nextBoolean()) {
            local.hold(false);
            rig.pass(20);
        }
        local.hold(true);
        rig.pass(20);
        if (rig.plan() == PlanState.RUNNING && random.nextBoolean()) {
            rig.feed(new CoreInput.BeamOn(rig.runningSeries()));
            rig.feed(new CoreInput.RunDone(rig.runningSeries()));
        }
        if (random.nextBoolean()) {
            local.hold(false);
        }
    }

    /** A wish that must not come true whatever the state is. */
    private void improper() {
        SessionState state = rig.state();
        switch (random.nextInt(8)) {
            case 0 -> refused(local.command(new CommandPayload.Accept("0".repeat(64))));
            case 1 -> refused(remote.command(new CommandPayload.EditPlan(FORBIDDEN.get(random.nextInt(2)))));
            case 2 -> {
                if (state.lease().requestedBy().isEmpty()) {
                    refused(local.command(new CommandPayload.GrantLease("remote")));
                }
            }
            case 3 -> {
                if (state.lease().holder().isPresent()) {
                    refused(local.command(new CommandPayload.EditPlan(plan())));
                }
            }
            case 4 -> {
                if (!other.operator.equals(state.lease().holder().orElse(""))) {
                    refused(other.command(new CommandPayload.Arm()));
                }
            }
            case 5 -> refused(remote.command(new CommandPayload.ConfirmPatient("P-1", "19700101")));
            case 6 -> refused(local.command(new CommandPayload.ConfirmPatient("P-1", "19700102")));
            default -> {
                local.hold(true); // pressed before arming: must not count after it
                send(next());
                rig.pass(20);
            }
        }
    }

    private void scanner() {
        interlock = !interlock && random.nextBoolean();
        rig.scanner(
                random.nextInt(6) == 0 ? ScannerPhase.FAULT : ScannerPhase.READY,
                interlock ? new String[] {"door"} : new String[0]);
    }

    /** Sends what the gateway may decide either way. */
    void send(Command command) {
        deliver(owner(command), command);
    }

    /** Sends what the gateway must refuse. */
    void refused(Command command) {
        refused(owner(command), command);
    }

    void refused(Person from, Command command) {
        invariants.mustRefuse(command);
        deliver(from, command);
    }

    private void deliver(Person from, Command command) {
        if (rig.people.contains(from)) {
            invariants.before(command);
            from.send(command);
            invariants.after(from, command);
        }
    }

    private Person owner(Command command) {
        return command.operator().equals(local.operator)
                ? local
                : command.operator().equals(remote.operator) ? remote : other;
    }
}
