package org.farfield.remote.protocol;

/** What the measured link lets a remote operator do. On the wire: the ordinal; constants are only ever appended. */
public enum ControlTier {
    /** Round trip up to 200 ms: full preparation. */
    FULL,
    /** 200 to 500 ms: every edit needs a read-back confirmation. */
    READ_BACK,
    /** Above 500 ms or 3 % loss, or not measured yet: view, talk and STOP only. */
    VIEW_ONLY;

    /** The most round trip of {@link #FULL}, ms. */
    public static final double FULL_ROUND_TRIP_MS = 200;

    /** The most round trip of {@link #READ_BACK}, ms. */
    public static final double READ_BACK_ROUND_TRIP_MS = 500;

    /** The most loss of any tier but the last, a fraction. */
    public static final double MOST_LOSS = 0.03;

    /** The tier for a p95 of the round trip (ms, NaN = not measured) and a loss (0 to 1) over the last 5 s. */
    public static ControlTier of(double roundTripP95Ms, double loss) {
        if (!(roundTripP95Ms <= READ_BACK_ROUND_TRIP_MS) || !(loss <= MOST_LOSS)) {
            return VIEW_ONLY;
        }
        return roundTripP95Ms <= FULL_ROUND_TRIP_MS ? FULL : READ_BACK;
    }
}
