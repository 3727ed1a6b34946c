package org.farfield.remote.gateway;

import org.farfield.remote.protocol.SessionClock;

/** What one connection has said and pointed at so far, by number. One thread at a time. */
final class TalkSeat {
    private static final double MOST_RESUMES = 20;
    private static final double RESUMES_PER_SECOND = 10;
    private static final double MOST_POINTS = 10;
    private static final double POINTS_PER_SECOND = 20;

    final MessageBudget resumes;
    final MessageBudget points;
    private long lastSay;
    private long lastPoint;

    TalkSeat(SessionClock clock) {
        resumes = new MessageBudget(clock, MOST_RESUMES, RESUMES_PER_SECOND);
        points = new MessageBudget(clock, MOST_POINTS, POINTS_PER_SECOND);
    }

    /** Whether this is a later line than any before; then it is the last. */
    boolean laterSay(long number) {
        boolean later = number > lastSay;
        lastSay = Math.max(lastSay, number);
        return later;
    }

    /** Whether this is a later place than any before; then it is the last. */
    boolean laterPoint(long number) {
        boolean later = number > lastPoint;
        lastPoint = Math.max(lastPoint, number);
        return later;
    }
}
