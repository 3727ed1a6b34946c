package org.farfield.remote.gateway;

import java.security.PublicKey;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.Role;

/** One participant as the core knows him, on one connection. Control thread. */
final class Attendee {
    final int connection;
    final String operator;
    final Role role;
    final PublicKey key;
    final boolean relayed;
    final long welcomedMillis;
    final SequenceWindow sequences = new SequenceWindow();
    final LinkMeter link = new LinkMeter();
    final HoldTrack hold;
    private final SessionRules rules;
    private long heardNanos;
    private long heartbeatDueNanos;

    Attendee(CoreInput.Joined who, SessionRules rules, long nowNanos, long nowMillis) {
        this.connection = who.connection();
        this.operator = who.operator();
        this.role = who.role();
        this.key = who.key();
        this.relayed = who.relayed();
        this.rules = rules;
        this.welcomedMillis = nowMillis;
        this.heardNanos = nowNanos;
        this.heartbeatDueNanos = nowNanos;
        this.hold = new HoldTrack(rules);
    }

    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    long silentMillis(long nowNanos) {
        return (nowNanos - heardNanos) / 1_000_000;
    }

    ControlTier tier(long nowNanos) {
        return silentMillis(nowNanos) >= rules.staleMillis() ? ControlTier.VIEW_ONLY : link.tier(nowNanos);
    }

    /** Whether a heartbeat to him is due; it counts as sent. */
    boolean heartbeatDue(long nowNanos) {
        if (nowNanos - heartbeatDueNanos < 0) {
            return false;
        }
        long period = rules.heartbeatMillis() * 1_000_000;
        heartbeatDueNanos = Math.max(heartbeatDueNanos + period, nowNanos + period / 2);
        return true;
    }

    Participant participant(long nowNanos) {
        double trip = link.roundTripP95Millis(nowNanos);
        int shown = Double.isNaN(trip) ? -1 : (int) Math.round(trip);
        return new Participant(operator, role, tier(nowNanos), shown, relayed);
    }
}
