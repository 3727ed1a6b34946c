package org.farfield.dicom.network.association;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

/**
 * The state transition table of the upper layer, PS3.8 table 9-10: a row an event, a column a state from Sta1 to Sta13.
 * A cell is an action and the state after it; "-" is what cannot happen. Where the standard leaves a choice (AE-6,
 * AR-8) the first state is the one of a request that is taken, or of the requestor.
 */
final class StateTable {
    /** What an event in a state leads to. */
    record Step(Action action, State next) {}

    private static final Map<Event, Map<State, Step>> ROWS = rows("""
            AE1:4  -      -      -     -      -      -      -      -      -      -      -      -
            -      -      -      AE2:5 -      -      -      -      -      -      -      -      -
            -      AA1:13 AA8:13 -     AE3:6  AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA6:13
            -      AA1:13 AA8:13 -     AE4:1  AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA6:13
            AE5:2  -      -      -     -      -      -      -      -      -      -      -      -
            -      AE6:3  AA8:13 -     AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA7:13
            -      -      AE7:6  -     -      -      -      -      -      -      -      -      -
            -      -      AE8:13 -     -      -      -      -      -      -      -      -      -
            -      -      -      -     -      DT1:6  -      AR7:8  -      -      -      -      -
            -      AA1:13 AA8:13 -     AA8:13 DT2:6  AR6:7  AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA6:13
            -      -      -      -     -      AR1:7  -      -      -      -      -      -      -
            -      AA1:13 AA8:13 -     AA8:13 AR2:8  AR8:9  AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA6:13
            -      AA1:13 AA8:13 -     AA8:13 AA8:13 AR3:1  AA8:13 AA8:13 AR10:12 AR3:1 AA8:13 AA6:13
            -      -      -      -     -      -      -      AR4:13 AR9:11 -      -      AR4:13 -
            -      -      AA1:13 AA2:1 AA1:13 AA1:13 AA1:13 AA1:13 AA1:13 AA1:13 AA1:13 AA1:13 -
            -      AA2:1  AA3:1  -     AA3:1  AA3:1  AA3:1  AA3:1  AA3:1  AA3:1  AA3:1  AA3:1  AA2:1
            -      AA5:1  AA4:1  AA4:1 AA4:1  AA4:1  AA4:1  AA4:1  AA4:1  AA4:1  AA4:1  AA4:1  AR5:1
            -      AA2:1  -      -     -      -      -      -      -      -      -      -      AA2:1
            -      AA1:13 AA8:13 -     AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA8:13 AA7:13
            """);

    private StateTable() {}

    /** What follows, or nothing where the table has an empty cell. */
    static Optional<Step> step(State state, Event event) {
        return Optional.ofNullable(ROWS.getOrDefault(event, Map.of()).get(state));
    }

    private static Map<Event, Map<State, Step>> rows(String table) {
        Map<Event, Map<State, Step>> rows = new EnumMap<>(Event.class);
        try (Scanner cells = new Scanner(table)) {
            for (Event event : Event.values()) {
                Map<State, Step> row = new EnumMap<>(State.class);
                for (State state : State.values()) {
                    String cell = cells.next();
                    int colon = cell.indexOf(':');
                    if (colon > 0) {
                        Action action = Action.valueOf(cell.substring(0, colon));
                        row.put(state, new Step(action, State.valueOf("STA" + cell.substring(colon + 1))));
                    }
                }
                rows.put(event, row);
            }
        }
        return rows;
    }
}
