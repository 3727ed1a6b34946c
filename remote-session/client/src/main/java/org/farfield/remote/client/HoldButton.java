package org.farfield.remote.client;

import org.farfield.remote.protocol.SessionClock;

/**
 * The release button as whoever draws it last said. A press that is not said again in time has been let go. Any thread.
 */
final class HoldButton {
    private record Saying(boolean pressed, String planSha256, long atNanos) {}

    private final SessionClock clock;
    private volatile Saying last;

    HoldButton(SessionClock clock) {
        this.clock = clock;
        this.last = new Saying(false, "", clock.nanos());
    }

    /** Returns whether that is a change. */
    boolean say(boolean pressed, String planSha256) {
        boolean change = last.pressed() != pressed;
        last = new Saying(pressed, planSha256, clock.nanos());
        return change;
    }

    boolean pressed() {
        Saying now = last;
        return now.pressed() && clock.nanos() - now.atNanos() <= SessionClient.HOLD_RENEWAL_MILLIS * 1_000_000;
    }

    String planSha256() {
        return last.planSha256();
    }
}
