package org.farfield.remote.gateway;

/** Runs of the model one after another until one breaks an invariant. */
public final class Exploration {
    private Exploration() {}

    /** One error's runs from a seed on; the first violation names its seed. */
    static void explore(TransmissionError error, long firstSeed, int runs) {
        for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
            try {
                new ErrorRun(error, seed).run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(error + ", seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * The first violation of so many runs of an error, in a line; empty where there is none. {@link Mutant} calls this.
     */
    public static String firstViolation(String error, int runs) {
        try {
            explore(TransmissionError.valueOf(error), 1, runs);
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }
}
