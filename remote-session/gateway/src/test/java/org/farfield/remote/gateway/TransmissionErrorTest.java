package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * control-safety, "How it is proved": 10,000 random interleavings for each of the eight transmission errors, seeds 1 to
 * 10,000, with every invariant asserted after every step; and that each single check is needed: with it let pass, the
 * same runs break an invariant.
 */
class TransmissionErrorTest {
    private static final int RUNS = Integer.getInteger("farfield.model.errorRuns", 10_000);
    private static final int MUTANT_RUNS = 4_000;
    /** Class, method, what the method says when it lets pass, and the error that the model looks for it with. */
    private static final List<String> CHECKS = List.of(
            "CommandGate operator true MASQUERADE",
            "CommandGate session true INSERTION",
            "CommandGate scanner true WRONG_ADDRESS",
            "CommandGate signature true MASQUERADE",
            "CommandGate sequence true WRONG_ORDER",
            "CommandGate role true MASQUERADE",
            "CommandGate patient true WRONG_ADDRESS",
            "CommandGate future true DELAY",
            "CommandGate joined true INSERTION",
            "CommandGate expired true DELAY",
            "CommandGate leaseEpoch true INSERTION",
            "CommandGate planRevision true INSERTION",
            "CommandGate stateVersion true INSERTION",
            "CommandGate tier true DELAY",
            "Session withoutControl true DELAY",
            "PlanDesk anotherHash true DELAY",
            "PlanDesk identityOpen true DELAY",
            "PlanDesk check true DELAY",
            "PlanDesk wrongIdentifiers true DELAY",
            "LeaseDesk notAsked true DELAY",
            "RunDesk scannerNotFree true DELAY",
            "RunDesk releaseHeld true DELAY",
            "RunDesk releaserSilentMillis true LOSS",
            "HoldTrack beganAfter true DELAY",
            "HoldTrack pressed true DELAY",
            "HoldTrack stale false DELAY",
            "HoldTrack repeated false REPETITION",
            "SessionCore genuine true MASQUERADE",
            "ControlLease holderSilentMillis true LOSS",
            "DoseDesk mayEdit true DELAY",
            "DoseDesk mayPropose true DELAY",
            "DoseDesk mayRun true DELAY");

    @Test
    void noErrorBreaksAnInvariant() {
        Arrays.stream(TransmissionError.values()).parallel().forEach(error -> Exploration.explore(error, 1, RUNS));
    }

    @Test
    void withoutAnySingleCheckAnInvariantBreaks() {
        List<String> unneeded = CHECKS.parallelStream()
                .filter(TransmissionErrorTest::isUnneeded)
                .toList();
        assertEquals(List.of(), unneeded, "let pass, and nothing broke");
    }

    private static boolean isUnneeded(String check) {
        String[] words = check.split(" ", -1);
        try {
            return new Mutant(words[0], words[1], Boolean.parseBoolean(words[2]))
                    .firstViolation(words[3], MUTANT_RUNS)
                    .isEmpty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(check, e);
        }
    }
}
