package org.farfield.remote.protocol.message;

/**
 * The gateway's answer to a {@link Say}, to its sender alone.
 *
 * @param number the number he gave it
 * @param sequence the line's own number where it was taken, else 0
 */
public record Said(long number, ChatAnswer answer, long sequence) implements Message {}
