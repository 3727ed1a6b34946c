package org.farfield.workstation.reading;

/**
 * Which engine draws.
 *
 * @param name the engine's own name, "CPU (2 threads)"
 * @param fallbackReason why it is not the graphics processor; empty where it is
 */
public record EngineStatus(String name, String fallbackReason) {}
