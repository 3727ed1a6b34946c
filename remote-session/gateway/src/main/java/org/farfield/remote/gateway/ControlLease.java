package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.LeaseState;

/**
 * The one control lease of the scanner. Its epoch grows with every change of holder and fences off whatever was sent
 * under an older one. Without a holder control lies with the local operator. Silence of the holder lets it lapse;
 * silence to a request refuses it. Control thread.
 */
final class ControlLease {
    private long epoch = 1;
    private Optional<String> holder = Optional.empty();
    private Optional<String> requestedBy = Optional.empty();
    private long requestedNanos;
    private long holderHeardNanos;

    LeaseState state() {
        return new LeaseState(epoch, holder, requestedBy);
    }

    long epoch() {
        return epoch;
    }

    Optional<String> holder() {
        return holder;
    }

    Optional<String> requestedBy() {
        return requestedBy;
    }

    boolean heldBy(String operator) {
        return holder.isPresent() && holder.get().equals(operator);
    }

    void request(String operator, long nowNanos) {
        requestedBy = Optional.of(operator);
        requestedNanos = nowNanos;
    }

    void dropRequest() {
        requestedBy = Optional.empty();
    }

    void grant(String operator, long nowNanos) {
        requestedBy = Optional.empty();
        holder = Optional.of(operator);
        holderHeardNanos = nowNanos;
        epoch++;
    }

    /** Control goes back to the local operator. */
    void drop() {
        if (holder.isPresent()) {
            holder = Optional.empty();
            epoch++;
        }
    }

    void heard(String operator, long nowNanos) {
        if (heldBy(operator)) {
            holderHeardNanos = nowNanos;
        }
    }

    long requestAgeMillis(long nowNanos) {
        return requestedBy.isEmpty() ? 0 : (nowNanos - requestedNanos) / 1_000_000;
    }

    long holderSilentMillis(long nowNanos) {
        return holder.isEmpty() ? 0 : (nowNanos - holderHeardNanos) / 1_000_000;
    }
}
