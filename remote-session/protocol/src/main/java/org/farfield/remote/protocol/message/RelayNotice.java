package org.farfield.remote.protocol.message;

/**
 * Relay to its viewers: whether it has a link to the gateway. Optional: who does not know it learns the same from the
 * heartbeats that stay out.
 */
public record RelayNotice(boolean upstreamConnected, String text) implements Message {}
