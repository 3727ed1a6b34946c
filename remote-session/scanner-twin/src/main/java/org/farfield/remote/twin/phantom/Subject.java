package org.farfield.remote.twin.phantom;

/** Who or what can lie on the table. Immutable; any thread. */
public interface Subject {
    /** What it is, in a few words. */
    String meaning();

    /** Body Part Examined (0018,0015). */
    String bodyPart();

    /** How old the patient is, years; decides on the protocol. */
    double ageYears();

    /** Makes it; the seed shapes fine branches. May take seconds. */
    Phantom make(long seed);
}
