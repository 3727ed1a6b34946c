package org.farfield.remote.gateway;

/** What a scanner says to a plan that it is asked to load. Immutable. */
public sealed interface PortAnswer {
    /** The scanner took the plan and will make the series so. */
    record Loaded(SeriesLayout layout) implements PortAnswer {}

    /** The scanner does not take the plan; nothing changed. One line for people. */
    record Refused(String reason) implements PortAnswer {}
}
