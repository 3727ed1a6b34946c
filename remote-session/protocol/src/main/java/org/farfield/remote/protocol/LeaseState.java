package org.farfield.remote.protocol;

import java.util.Optional;

/**
 * Who holds the control lease. There is one lease per scanner; without a holder control lies with the local operator.
 * Immutable.
 *
 * @param epoch the fencing number: grows with each change of holder, never falls within a session epoch
 * @param holder operator id of the holder
 * @param requestedBy operator id of the first who asked and has no answer yet
 */
public record LeaseState(long epoch, Optional<String> holder, Optional<String> requestedBy) {
    /** Whether this operator holds the lease. */
    public boolean heldBy(String operator) {
        return holder.isPresent() && holder.get().equals(operator);
    }
}
