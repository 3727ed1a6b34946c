package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * control-safety, "How it is proved": random interleavings of people, scanner, time and the eight transmission errors
 * of IEC 61784-3, with the invariants checked after every step. A run that breaks one is found again by its seed.
 */
class SessionModelTest {
    private static final int RUNS = Integer.getInteger("farfield.model.runs", 1_000);
    private static final int STEPS = 80;

    @Test
    void noInterleavingBreaksAnInvariant() {
        long exposures = 0;
        long stops = 0;
        long refusals = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            SessionModel model = new SessionModel(seed);
            try {
                model.run(STEPS);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", step " + model.steps() + ": " + e.getMessage(), e);
            }
            exposures += model.exposures();
            stops += model.stops();
            refusals += model.refusals();
        }
        // The walk must really go where the danger is, or it proves nothing.
        assertEquals(
                "many exposures, stops, refusals",
                exposures > RUNS / 20 && stops > RUNS / 4 && refusals > RUNS
                        ? "many exposures, stops, refusals"
                        : exposures + " exposures, " + stops + " stops, " + refusals + " refusals");
    }
}
