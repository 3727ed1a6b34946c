package org.farfield.remote.gateway;

import org.farfield.remote.protocol.message.HoldReport;

/**
 * The dead-man button of one local operator, as his reports tell. Only fresh reports count: one that is old, repeated
 * or from the future changes nothing. A press begins where a report says pressed after one that said not pressed; a
 * button that was down when the first report came never began. Control thread.
 */
final class HoldTrack {
    private static final long NEVER = Long.MIN_VALUE;

    private final SessionRules rules;
    private long lastSequence;
    private boolean heard;
    private boolean pressed;
    private long pressedSinceNanos = NEVER;
    private long validAtNanos;
    private String planSha256 = "";

    HoldTrack(SessionRules rules) {
        this.rules = rules;
    }

    /**
     * Takes a report.
     *
     * @param nowMillis the gateway's wall clock
     * @param errorMillis by how much the sender's idea of it may be wrong
     * @param notBeforeMillis when the sender was let in: nothing from before counts
     * @return whether the report counts
     */
    boolean take(HoldReport report, long nowNanos, long nowMillis, double errorMillis, long notBeforeMillis) {
        if (repeated(report) || stale(report, nowMillis, errorMillis, notBeforeMillis)) {
            return false;
        }
        double ageMillis = nowMillis - report.issuedAtMillis() + errorMillis;
        lastSequence = report.holdSequence();
        if (report.pressed() && !pressed) {
            pressedSinceNanos = heard ? nowNanos : NEVER;
        }
        heard = true;
        pressed = report.pressed();
        planSha256 = report.planSha256();
        validAtNanos = nowNanos - (long) (Math.max(0, ageMillis) * 1e6);
        return true;
    }

    private boolean repeated(HoldReport report) {
        return report.holdSequence() <= lastSequence;
    }

    /** From before the sender joined, too old, or from the future. */
    private boolean stale(HoldReport report, long nowMillis, double errorMillis, long notBeforeMillis) {
        long issued = report.issuedAtMillis();
        return issued < notBeforeMillis
                || nowMillis - issued + errorMillis > rules.holdFreshMillis()
                || issued > nowMillis + errorMillis + CommandGate.CLOCK_GRAIN_MILLIS;
    }

    /** Whether the button is pressed now, by a fresh report. */
    boolean pressed(long nowNanos) {
        return pressed && nowNanos - validAtNanos <= rules.holdFreshMillis() * 1_000_000;
    }

    /** Whether it is pressed now by an operator who sees the plan with this hash. */
    boolean pressedFor(String sha256, long nowNanos) {
        return pressed(nowNanos) && planSha256.equals(sha256);
    }

    /** Whether the present press began after a moment. */
    boolean beganAfter(long nanos) {
        return pressed && pressedSinceNanos != NEVER && pressedSinceNanos - nanos > 0;
    }
}
