package org.farfield.remote.protocol.message;

/**
 * The gateway did not take a participant in; the link or channel is closed after it.
 *
 * @param text one line for people that names the cause
 */
public record Refused(RefusalReason reason, String text) implements Message {}
