package org.farfield.remote.twin;

import java.util.List;

/**
 * What table and tube do, one leg after another, in the scanner's own seconds: the table to its start, the rotor, the
 * wait for the breath, the beam. Owned by the twin's lock.
 */
final class Course {
    /** The patient is told to hold the breath so long before the beam; before that, to breathe in. */
    private static final double HOLD_SECONDS = 2;

    /** What a leg is for. */
    enum Stage {
        TABLE,
        ROTOR,
        BREATH,
        BEAM,
        OVER;

        /** What people read while the stage lasts. */
        String saying(double secondsLeft) {
            return switch (this) {
                case TABLE -> "table to start";
                case ROTOR -> "rotor starting";
                case BREATH ->
                    secondsLeft > HOLD_SECONDS
                            ? "breathe in: " + (int) Math.ceil(secondsLeft - HOLD_SECONDS) + " s"
                            : "hold your breath: " + (int) Math.ceil(secondsLeft) + " s";
                case BEAM -> "X-rays on; do not breathe";
                case OVER -> "";
            };
        }
    }

    /** A leg of this many seconds, during which the table moves evenly from one position to another, mm. */
    record Leg(Stage stage, double seconds, double fromMm, double toMm) {}

    private final List<Leg> legs;
    private int current;
    private double spent;

    Course(List<Leg> legs) {
        this.legs = List.copyOf(legs);
    }

    /** Lets this many seconds pass; legs without length are passed at once. */
    void advance(double seconds) {
        spent += seconds;
        while (current < legs.size() && spent >= legs.get(current).seconds()) {
            spent -= legs.get(current).seconds();
            current++;
        }
    }

    Stage stage() {
        return current < legs.size() ? legs.get(current).stage() : Stage.OVER;
    }

    /** Seconds left of the current leg. */
    double secondsLeft() {
        return current < legs.size() ? legs.get(current).seconds() - spent : 0;
    }

    /** Seconds of beam so far. */
    double beamSeconds() {
        double seconds = 0;
        for (int k = 0; k < legs.size() && k <= current; k++) {
            if (legs.get(k).stage() == Stage.BEAM) {
                seconds += k < current ? legs.get(k).seconds() : spent;
            }
        }
        return seconds;
    }

    double tableMm() {
        if (current >= legs.size()) {
            return legs.get(legs.size() - 1).toMm();
        }
        Leg leg = legs.get(current);
        return leg.fromMm() + (leg.toMm() - leg.fromMm()) * spent / leg.seconds();
    }
}
