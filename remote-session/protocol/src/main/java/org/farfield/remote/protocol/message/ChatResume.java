package org.farfield.remote.protocol.message;

/**
 * A participant asks for the lines after the last one he has: on joining, after an outage, on a gap.
 *
 * @param sessionEpoch the session whose lines he has
 * @param afterSequence the last one he has; 0 = none
 */
public record ChatResume(long sessionEpoch, long afterSequence) implements Message {}
