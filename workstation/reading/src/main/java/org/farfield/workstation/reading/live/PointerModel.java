package org.farfield.workstation.reading.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;

/**
 * Where the others point now, and where this person does. Owner: the FX thread, but for {@link #heard}; whoever draws
 * looks at {@link #shown} several times a second.
 */
public final class PointerModel {

    private record Heard(Pointer pointer, long nanos) {}

    private final TalkPort port;
    private final Executor fx;
    private final SessionClock clock;
    private final BooleanSupplier mayPoint;
    private final Map<String, Heard> pointers = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private Optional<PointedSpot> own = Optional.empty();

    /** Nobody points yet; {@code mayPoint} says whether this person's role may. */
    public PointerModel(TalkPort port, Executor fx, SessionClock clock, BooleanSupplier mayPoint) {
        this.port = port;
        this.fx = fx;
        this.clock = clock;
        this.mayPoint = mayPoint;
    }

    /** Somebody else points, or has stopped. Any thread. */
    public void heard(Pointer pointer) {
        long now = clock.nanos();
        fx.execute(() -> {
            if (pointer.spot().isPresent()) {
                pointers.put(pointer.operator(), new Heard(pointer, now));
            } else {
                pointers.remove(pointer.operator());
            }
        });
    }

    /** The others' pointers that are not older than they may be. */
    public List<Pointer> shown() {
        long now = clock.nanos();
        pointers.values().removeIf(heard -> now - heard.nanos() >= Pointer.GONE_AFTER_MILLIS * 1_000_000);
        return pointers.values().stream().map(Heard::pointer).toList();
    }

    /** Whether the others see where this person points. */
    public ReadOnlyBooleanProperty sending() {
        return sending.getReadOnlyProperty();
    }

    /** Begins or stops showing the others where this person points; a role that may not point does not begin. */
    public void toggleSending() {
        sending.set(!sending.get() && mayPoint.getAsBoolean());
        if (!sending.get()) {
            tell(Optional.empty());
        }
    }

    /** This person's pointer is at a place, or at none. */
    public void point(Optional<PointedSpot> spot) {
        if (sending.get()) {
            tell(spot);
        }
    }

    /** What the others see of this person. */
    public Optional<PointedSpot> own() {
        return own;
    }

    private void tell(Optional<PointedSpot> spot) {
        if (!spot.equals(own)) {
            own = spot;
            port.pointAt(spot);
        }
    }
}
