package org.farfield.remote.protocol.message;

import java.util.Optional;
import org.farfield.remote.protocol.Role;

/**
 * Somebody's pointer as everybody gets it, with the name and role that the gateway knows of him. Any may be lost: who
 * hears of a pointer no more for {@link #GONE_AFTER_MILLIS} takes it away.
 *
 * @param spot where; empty = he has stopped pointing
 */
public record Pointer(long sessionEpoch, String operator, Role role, Optional<PointedSpot> spot) implements Message {
    /** A pointer not heard of for so long is gone, ms. */
    public static final long GONE_AFTER_MILLIS = 3_000;

    /** No participant's pointer moves more often, ms. */
    public static final long PERIOD_MILLIS = 50;
}
