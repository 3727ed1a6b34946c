package org.farfield.remote.client;

/**
 * When to try again after a link was lost: at once, then beside the tries that are still under way, so that the first
 * one that gets through after an outage counts and none has to run into its own time limit; more rarely as the outage
 * lasts. Client thread.
 */
final class Retries {
    private static final int MOST_UNDER_WAY = 6;

    private final ClientRules rules;
    private long lostNanos;
    private long dueNanos;
    private int underWay;
    private int tries;

    Retries(ClientRules rules) {
        this.rules = rules;
    }

    /** The link is gone. */
    void lost(long nowNanos) {
        lostNanos = nowNanos;
        dueNanos = nowNanos;
        tries = 0;
    }

    /** Whether a try is due; it counts as begun. */
    boolean begin(long nowNanos) {
        if (underWay >= MOST_UNDER_WAY || nowNanos - dueNanos < 0) {
            return false;
        }
        long pause = Math.clamp((nowNanos - lostNanos) / 15_000_000, rules.firstRetryMillis(), rules.mostRetryMillis());
        dueNanos = nowNanos + pause * 1_000_000;
        underWay++;
        tries++;
        return true;
    }

    /** A try came to its end, whichever. */
    void ended() {
        underWay--;
    }

    /** Whether the try under way is to use the transport that worked before; now and then any may. */
    boolean asBefore() {
        return tries % 4 != 0;
    }
}
