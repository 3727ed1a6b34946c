package org.farfield.remote.client;

import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Welcome;

/** The newest knowledge of the session, written by the client thread, read by any. */
final class ViewBoard {
    private final SessionClock clock;
    private volatile SessionView latest;
    private volatile long stateNanos;

    ViewBoard(String operator, Role role, SessionClock clock) {
        this.clock = clock;
        this.stateNanos = clock.nanos();
        this.latest = new SessionView(
                operator,
                role,
                Optional.empty(),
                0,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                "",
                Optional.empty(),
                "not connected yet");
    }

    /** What is known, with its age at this instant. */
    SessionView view() {
        SessionView v = latest;
        long silent = Math.max(0, (clock.nanos() - stateNanos) / 1_000_000);
        return new SessionView(
                v.operator(),
                v.role(),
                v.newest(),
                silent,
                v.roundTripMillis(),
                v.clockOffsetMillis(),
                v.clockErrorMillis(),
                v.transport(),
                v.welcome(),
                v.trouble());
    }

    long stateVersion() {
        return latest.newest().map(SessionState::stateVersion).orElse(0L);
    }

    /** Takes a state; one that is older than the newest of the same session is not shown. */
    void state(SessionState state) {
        Optional<SessionState> before = latest.newest();
        if (before.filter(b -> b.sessionEpoch() == state.sessionEpoch() && b.stateVersion() > state.stateVersion())
                .isPresent()) {
            return;
        }
        stateNanos = clock.nanos();
        SessionView v = latest;
        latest = new SessionView(
                v.operator(),
                v.role(),
                Optional.of(state),
                0,
                v.roundTripMillis(),
                v.clockOffsetMillis(),
                v.clockErrorMillis(),
                v.transport(),
                v.welcome(),
                v.trouble());
    }

    void welcome(Welcome welcome, String transport) {
        SessionView v = latest;
        latest = new SessionView(
                v.operator(),
                welcome.role(),
                v.newest(),
                0,
                v.roundTripMillis(),
                v.clockOffsetMillis(),
                v.clockErrorMillis(),
                transport,
                Optional.of(welcome),
                "");
    }

    void measured(GatewayClock gatewayClock) {
        SessionView v = latest;
        latest = new SessionView(
                v.operator(),
                v.role(),
                v.newest(),
                0,
                gatewayClock.roundTripP95Millis(),
                gatewayClock.offsetMillis(),
                gatewayClock.errorMillis(),
                v.transport(),
                v.welcome(),
                v.trouble());
    }

    void trouble(String why) {
        SessionView v = latest;
        latest = new SessionView(
                v.operator(),
                v.role(),
                v.newest(),
                0,
                OptionalDouble.empty(),
                v.clockOffsetMillis(),
                OptionalDouble.empty(),
                "",
                v.welcome(),
                why);
    }
}
