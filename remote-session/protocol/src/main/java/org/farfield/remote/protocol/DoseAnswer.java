package org.farfield.remote.protocol;

/** Who answered for a dose above a value, and why. */
public record DoseAnswer(String operator, String reason) {}
