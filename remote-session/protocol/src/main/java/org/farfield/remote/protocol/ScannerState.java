package org.farfield.remote.protocol;

import java.util.List;

/**
 * The scanner as the gateway last read it. Immutable.
 *
 * @param tableMm table position = patient z, mm
 * @param gantryTiltDegrees tilt of the gantry, degrees
 * @param interlocks names of the interlocks that are open (door, collision ...); none open = may scan
 * @param tubeHeatPercent heat in the anode, percent of what it can hold
 * @param detail one line for people, may be empty
 */
public record ScannerState(
        ScannerPhase phase,
        double tableMm,
        double gantryTiltDegrees,
        List<String> interlocks,
        double tubeHeatPercent,
        String detail,
        String scannerId) {

    /** Keeps its own copy. */
    public ScannerState {
        interlocks = List.copyOf(interlocks);
    }
}
