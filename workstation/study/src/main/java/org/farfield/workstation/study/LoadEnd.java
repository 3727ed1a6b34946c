package org.farfield.workstation.study;

/**
 * How a loading ended.
 *
 * @param cancelled whether it was cancelled before all slices were read
 * @param read source slices that are in the volume
 * @param total source slices there were
 * @param nanos from the call of load to the last slice
 */
public record LoadEnd(boolean cancelled, int read, int total, long nanos, Problems problems) {}
