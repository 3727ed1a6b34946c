package org.farfield.workstation.reading.archive;

/**
 * How far the reading of a study has come.
 *
 * @param reader who did the last step, as a person reads the name; empty where nobody has
 * @param critical whether a critical finding waits for somebody to take note of it
 */
public record ReadingState(Step step, String reader, boolean critical) {
    /** In the order of the work. */
    public enum Step {
        UNREAD,
        OPENED,
        READING,
        FIRST_READ,
        SECOND_READING,
        SIGNED,
        ADDENDUM
    }
}
