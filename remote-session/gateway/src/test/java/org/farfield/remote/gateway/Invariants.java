package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * What must be true whatever happens, watched from outside the core: from the people's own buttons, the calls that
 * reach the scanner, the verdicts, and the states that everybody sees.
 */
final class Invariants {
    private static final long SILENT_NANOS = 1_120_000_000L;

    private record Executed(String operator, long sequence, long issuedAtMillis) {}

    private final CoreRig rig;
    private final Set<Command> refusedFromNow = new HashSet<>();
    private final Set<Executed> executed = new HashSet<>();
    private Optional<SessionState> before = Optional.empty();
    private int seenEffects;
    private long leaseEpoch;
    private long stateVersion;
    private long exposures;
    private long stops;
    private long refusals;
    private int verdictsBefore;
    private int callsBefore;

    Invariants(CoreRig rig) {
        this.rig = rig;
    }

    long exposures() {
        return exposures;
    }

    long stops() {
        return stops;
    }

    long refusals() {
        return refusals;
    }

    /** This very command may not be obeyed from now on. */
    void mustRefuse(Command command) {
        refusedFromNow.add(command);
    }

    void before(Command command) {
        before = Optional.of(rig.state());
        verdictsBefore = verdicts();
        callsBefore = rig.scannerCalls.size();
    }

    /** Every command has one verdict; a refused one changed nothing; STOP won. */
    void after(Person from, Command command) {
        assertEquals(verdictsBefore + 1, verdicts(), () -> "verdicts for " + command);
        Verdict verdict = from.verdicts.getLast();
        assertEquals(command.sequence(), verdict.commandSequence());
        assertEquals(verdict.accepted(), verdict.reason() == VerdictReason.ACCEPTED);
        boolean authentic = rig.genuine(command);
        if (CommandGate.isStop(command) && from.role.mayStop() && authentic) {
            stops++;
            assertTrue(verdict.accepted(), () -> "STOP was refused: " + verdict);
            assertEquals("stop", rig.scannerCalls.get(callsBefore));
            assertFalse(List.of(PlanState.ARMED, PlanState.RUNNING).contains(rig.plan()), "STOP did not stop");
        } else if (verdict.accepted()) {
            assertFalse(refusedFromNow.contains(command), () -> command + " was obeyed late or again");
            assertTrue(
                    executed.add(new Executed(from.operator, command.sequence(), command.issuedAtMillis())),
                    () -> command + " was executed twice");
            assertTrue(authentic, () -> "not authentic: " + command);
            assertEquals(from.operator, command.operator());
            allowed(from, command, before.orElseThrow());
        } else {
            refusals++;
            unchanged(command, verdict);
        }
    }

    /** What an obeyed command needs, told again from control-safety and from what everybody saw before it. */
    private void allowed(Person from, Command command, SessionState was) {
        DoseState dose = was.dose().orElseThrow();
        boolean controls = was.lease().holder().map(from.operator::equals).orElse(from.role == Role.LOCAL_OPERATOR);
        switch (command.payload()) {
            case CommandPayload.NewPlan _, CommandPayload.EditPlan _, CommandPayload.MoveTable _ ->
                assertTrue(controls, () -> "obeyed without control: " + command);
            case CommandPayload.Propose _ -> {
                assertTrue(controls, () -> "obeyed without control: " + command);
                assertTrue(dose.level() == DoseLevel.BELOW || dose.reason().isPresent(), "proposed without a reason");
            }
            case CommandPayload.Accept accept -> {
                assertEquals(was.proposedSha256().orElse(""), accept.planSha256(), "accepted another plan");
                assertTrue(was.patient().identityConfirmed(), "accepted for a patient not confirmed");
                assertTrue(
                        dose.level() != DoseLevel.ALERT || dose.authorised().isPresent(), "accepted above the alert");
            }
            case CommandPayload.Arm _ -> {
                assertTrue(was.scanner().interlocks().isEmpty(), "armed with an open interlock");
                assertTrue(
                        List.of(ScannerPhase.READY, ScannerPhase.STOPPED)
                                .contains(was.scanner().phase()),
                        "armed a scanner that is not free");
            }
            default -> {
                // needs nothing but its role
            }
        }
        assertTrue(mayWish(from.role, command.payload()), () -> from.role + " was obeyed: " + command);
    }

    private static boolean mayWish(Role role, CommandPayload payload) {
        return switch (payload) {
            case CommandPayload.GrantLease _,
                    CommandPayload.RefuseLease _,
                    CommandPayload.RevokeLease _,
                    CommandPayload.Accept _,
                    CommandPayload.Reject _,
                    CommandPayload.Arm _,
                    CommandPayload.Disarm _,
                    CommandPayload.AuthoriseDose _,
                    CommandPayload.ConfirmPatient _ -> role == Role.LOCAL_OPERATOR;
            case CommandPayload.Stop _ -> role != Role.OBSERVER;
            default -> role == Role.LOCAL_OPERATOR || role == Role.REMOTE_OPERATOR;
        };
    }

    /** The hold before the beam, and who is silent, as the people themselves know it. */
    private void livingHolders(SessionState state) {
        long now = rig.clock.nanos();
        if (state.planState() == PlanState.RUNNING && !rig.beamSeen()) {
            assertTrue(rig.people.stream().anyMatch(p -> p.role == Role.LOCAL_OPERATOR && p.pressed), "runs unheld");
        }
        if (state.planState() == PlanState.ARMED) {
            assertTrue(
                    rig.people.stream()
                            .anyMatch(p -> p.role == Role.LOCAL_OPERATOR && now - p.sentNanos < SILENT_NANOS),
                    "armed with nobody at the scanner");
        }
        state.lease()
                .holder()
                .ifPresent(holder -> assertTrue(
                        rig.people.stream()
                                .filter(p -> p.operator.equals(holder))
                                .allMatch(p -> now - p.sentNanos < SILENT_NANOS),
                        "a silent holder keeps the lease"));
    }

    private void unchanged(Command command, Verdict verdict) {
        SessionState was = before.orElseThrow();
        SessionState is = rig.state();
        assertEquals(
                List.of(was.planRevision(), was.plan(), was.lease().holder(), was.acceptedSha256()),
                List.of(is.planRevision(), is.plan(), is.lease().holder(), is.acceptedSha256()),
                () -> command + " changed something though " + verdict);
        List<String> calls = rig.scannerCalls.subList(callsBefore, rig.scannerCalls.size());
        assertFalse(
                calls.contains("arm") || calls.contains("expose"), () -> command + " reached the scanner: " + calls);
    }

    private int verdicts() {
        return rig.people.stream().mapToInt(p -> p.verdicts.size()).sum();
    }

    /** After every step. */
    void check() {
        for (CoreEffect effect : rig.effects.subList(seenEffects, rig.effects.size())) {
            if (effect instanceof CoreEffect.Expose) {
                exposures++;
            } else if (effect instanceof CoreEffect.Push push) {
                assertTrue(push.state().lease().epoch() >= leaseEpoch, "the lease epoch fell");
                assertTrue(push.state().stateVersion() >= stateVersion, "the state version fell");
                leaseEpoch = push.state().lease().epoch();
                stateVersion = push.state().stateVersion();
            }
        }
        seenEffects = rig.effects.size();
        SessionState state = rig.state();
        if (state.planState() == PlanState.ARMED || state.planState() == PlanState.RUNNING) {
            assertEquals(Optional.of(state.planSha256()), state.acceptedSha256(), "another plan than accepted runs");
            assertEquals(state.proposedSha256(), state.acceptedSha256());
            assertTrue(state.patient().identityConfirmed() || state.planState() == PlanState.RUNNING);
        }
        livingHolders(state);
        exposureHadAHold();
    }

    /** No exposure without a live local hold: asked of the button itself at the moment of the call. */
    private void exposureHadAHold() {
        long exposed = rig.exposures.size();
        for (CoreRig.Exposure exposure : rig.exposures) {
            assertTrue(exposure.localPressed(), "exposed while the local button was up");
            assertTrue(exposure.pressedAfterArming(), "exposed on a press from before arming");
            assertTrue(
                    exposure.reportAgeMillis() <= rig.rules.holdFreshMillis(),
                    () -> "exposed on a report " + exposure.reportAgeMillis() + " ms old");
        }
        rig.exposures.clear();
        assertTrue(exposed <= 1, "two exposures in one step");
    }
}
