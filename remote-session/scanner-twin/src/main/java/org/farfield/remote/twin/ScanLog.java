package org.farfield.remote.twin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Hears of every run of the beam, for the hospital's systems. Called by the twin's imaging thread, one run after the
 * other; a call only takes note and returns at once.
 */
public interface ScanLog {
    /** Nobody hears. */
    ScanLog NONE = new ScanLog() {};

    /**
     * The beam of a run went on.
     *
     * @param number of its series
     * @return SOP Instance UID of the performed procedure step that the instances of the run belong to, where one is
     *     kept
     */
    default Optional<String> began(Order order, int number, Instant at) {
        return Optional.empty();
    }

    /** An image or dose report of the run lies in the archive, whole. */
    default void kept(Path file) {}

    /**
     * The run is over, and everything that it gives is made.
     *
     * @param cause why it ended before its plan, if it did
     */
    default void ended(Irradiation given, Optional<String> cause) {}
}
