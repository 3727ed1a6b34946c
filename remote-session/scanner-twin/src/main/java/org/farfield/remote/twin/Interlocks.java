package org.farfield.remote.twin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What keeps the scanner from moving and radiating: the room's door, a table that carries too much or does not move, an
 * anode that is too hot. Owned by the machinery's lock.
 */
final class Interlocks {
    static final String DOOR = "door";
    static final String TABLE = "table";
    static final String TABLE_LOAD = "table load";
    static final String TUBE_HEAT = "tube heat";

    private final Map<String, Double> secondsLeft = new TreeMap<>();

    Interlocks(double loadKg) {
        if (loadKg > ScannerFacts.TABLE_LOAD_KG) {
            secondsLeft.put(TABLE_LOAD, Double.POSITIVE_INFINITY);
        }
    }

    /** Opens one for so many seconds. */
    void open(String name, double seconds) {
        secondsLeft.put(name, seconds);
    }

    /** Lets time pass, and looks at the anode: hot at 95 %, cool again at 85 %. */
    void pass(double seconds, double heatPercent) {
        for (Iterator<Map.Entry<String, Double>> all = secondsLeft.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Double> one = all.next();
            one.setValue(one.getValue() - seconds);
            if (one.getValue() <= 0) {
                all.remove();
            }
        }
        if (heatPercent >= ScannerFacts.HOT_PERCENT) {
            secondsLeft.put(TUBE_HEAT, Double.POSITIVE_INFINITY);
        } else if (heatPercent < ScannerFacts.COOL_PERCENT) {
            secondsLeft.remove(TUBE_HEAT);
        }
    }

    /** The names of those that are open. */
    List<String> names() {
        return new ArrayList<>(secondsLeft.keySet());
    }

    /** Those that stand in the way of a table that moves. */
    List<String> againstMotion() {
        return names().stream()
                .filter(n -> !n.equals(DOOR) && !n.equals(TUBE_HEAT))
                .toList();
    }
}
