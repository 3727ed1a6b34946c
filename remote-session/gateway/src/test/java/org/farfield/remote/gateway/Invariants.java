package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * What must be true whatever happens, watched from outside the core: from the people's own buttons, the calls that
 * reach the scanner, the verdicts, and the states that everybody sees.
 */
final class Invariants {
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
        boolean authentic = command.signature()[0] == 1 && command.sessionEpoch() == 7;
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
        } else {
            refusals++;
            unchanged(command, verdict);
        }
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
        exposureHadAHold();
    }

    /** No exposure without a live local hold: asked of the button itself at the moment of the call. */
    private void exposureHadAHold() {
        long exposed = rig.exposures.size();
        for (CoreRig.Exposure exposure : rig.exposures) {
            assertTrue(exposure.localPressed(), "exposed while the local button was up");
            assertTrue(
                    exposure.reportAgeMillis() <= rig.rules.holdFreshMillis(),
                    () -> "exposed on a report " + exposure.reportAgeMillis() + " ms old");
        }
        rig.exposures.clear();
        assertTrue(exposed <= 1, "two exposures in one step");
    }
}
