package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.CommandPayload;

/** A remote and a local operator, and the way through a plan's life one step at a time. */
final class Scene {
    final CoreRig rig;
    final Person local;
    final Person remote;

    Scene() {
        this(SessionRules.standard());
    }

    Scene(SessionRules rules) {
        this(rules, DoseRules.shipped());
    }

    Scene(SessionRules rules, DoseRules dose) {
        rig = new CoreRig(rules, dose);
        local = rig.join("local", Role.LOCAL_OPERATOR);
        remote = rig.join("remote", Role.REMOTE_OPERATOR);
        rig.advance(250);
    }

    Scene leased() {
        yes(remote, new CommandPayload.RequestLease());
        yes(local, new CommandPayload.GrantLease("remote"));
        return this;
    }

    Scene to(PlanState state) {
        leased();
        yes(remote, new CommandPayload.EditPlan(Plans.HELICAL));
        yes(local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        if (state == PlanState.DRAFT) {
            yes(remote, new CommandPayload.NewPlan(Plans.HELICAL.kind()));
        }
        if (state.compareTo(PlanState.PROPOSED) >= 0) {
            yes(remote, new CommandPayload.Propose());
        }
        if (state.compareTo(PlanState.ACCEPTED) >= 0) {
            yes(local, new CommandPayload.Accept(Plans.HELICAL.sha256()));
            rig.advance(100);
        }
        if (state.compareTo(PlanState.ARMED) >= 0) {
            yes(local, new CommandPayload.Arm());
        }
        if (state.compareTo(PlanState.RUNNING) >= 0 && state != PlanState.LAPSED) {
            rig.advance(100);
            local.hold(true);
        }
        switch (state) {
            case DONE -> {
                beamOn();
                rig.feed(new CoreInput.RunDone(rig.runningSeries()));
            }
            case STOPPED -> yes(local, new CommandPayload.Stop(""));
            case LAPSED -> rig.advance(30_000);
            default -> {}
        }
        assertEquals(state, rig.plan());
        return this;
    }

    void beamOn() {
        rig.feed(new CoreInput.BeamOn(rig.runningSeries()));
    }

    void yes(Person who, CommandPayload payload) {
        assertTrue(who.ask(payload).accepted(), () -> payload + ": " + who.verdicts.getLast());
    }
}
