package org.farfield.launcher;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.client.SessionView;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.SessionState;

/**
 * The place in a session that a script drives: waits for what it expects, remembers which plan states went by, and
 * keeps the release button down while the script holds it. One thread drives; the client's event thread brings the
 * news.
 */
final class DriveSeat implements SessionEvents, AutoCloseable {
    private static final long RENEWAL_MILLIS = 50;

    private final SessionClient client;
    private final Set<PlanState> seen = EnumSet.noneOf(PlanState.class);
    private Optional<String> held = Optional.empty();

    DriveSeat(ClientConfig config) {
        client = new SessionClient(config, SessionClock.SYSTEM, this);
    }

    SessionClient client() {
        return client;
    }

    /** The newest state, or none where it is unknown. */
    Optional<SessionState> state() {
        return client.view().state();
    }

    /** Waits, holding if need be; false when the time is over first. */
    synchronized boolean await(Predicate<DriveSeat> what, double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (!what.test(this)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            renew();
            TimeUnit.MILLISECONDS.timedWait(this, Math.min(left, RENEWAL_MILLIS));
        }
        return true;
    }

    /** Waits that long, holding if need be. */
    void pause(double seconds) throws InterruptedException {
        boolean _ = await(seat -> false, seconds);
    }

    /** Presses the release button for a plan, from now on until {@link #release}. */
    synchronized void press(String planSha256) {
        held = Optional.of(planSha256);
        renew();
    }

    synchronized void release() {
        held = Optional.empty();
        client.hold(false, "");
    }

    private void renew() {
        held.ifPresent(hash -> client.hold(true, hash));
    }

    /** Which plan states went by before no longer counts. */
    synchronized void forget() {
        seen.clear();
    }

    /** Whether the plan is, or went by, that state. */
    synchronized boolean saw(PlanState wanted) {
        return seen.contains(wanted)
                || state().filter(s -> s.planState() == wanted).isPresent();
    }

    boolean mayPrepare() {
        return client.view().tier() != ControlTier.VIEW_ONLY;
    }

    @Override
    public synchronized void onView(SessionView view) {
        view.state().ifPresent(state -> seen.add(state.planState()));
        notifyAll();
    }

    @Override
    public void close() {
        client.close();
    }
}
