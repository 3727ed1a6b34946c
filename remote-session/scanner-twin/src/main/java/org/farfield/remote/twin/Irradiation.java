package org.farfield.remote.twin;

/**
 * What one run of the beam has given.
 *
 * @param milliamperes tube current
 * @param seconds for how long the beam was on
 * @param dlpMGyCm CTDIvol times the length that the beam reached
 */
public record Irradiation(int kilovolts, double milliamperes, double seconds, double ctdiVolMGy, double dlpMGyCm) {}
