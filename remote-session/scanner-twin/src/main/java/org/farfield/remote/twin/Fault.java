package org.farfield.remote.twin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong with the twin on demand. Each happens once: at the next exposure's fitting moment. */
public enum Fault {
    /** The tube arcs half-way through the beam; the generator switches off. */
    TUBE_ARC("tube-arc"),
    /** The table does not follow its motor, on its way to the start or under the beam. */
    TABLE_STUCK("table-stuck"),
    /** The reconstruction computer does not answer for 8 s after the second slice. */
    RECON_STALL("recon-stall"),
    /** The scanner's clock, and with it the times in its images, is 120 s behind. */
    CLOCK_SKEW("clock-skew"),
    /** The second image is given twice. */
    DUPLICATED_IMAGE("duplicated-image"),
    /** The images carry another patient's name and number. */
    SWAPPED_PATIENT("swapped-patient"),
    /** Somebody opens the door of the room when the beam is about to come on or is on. */
    DOOR_OPEN("door-open"),
    /** The scanner's software crashes half-way through the beam and is back after 6 s. */
    CRASH("crash");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    /** The fault of this name. */
    public static Optional<Fault> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** All names, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
    }
}
