package org.farfield.remote.protocol.message;

/**
 * The gateway's answer to one command.
 *
 * @param commandSequence the command's sequence number
 * @param operator who sent the command
 * @param accepted whether the command took effect; one that did not changed nothing
 * @param text one line for people, may be empty
 * @param stateVersion the state version after it
 */
public record Verdict(
        long commandSequence, String operator, boolean accepted, VerdictReason reason, String text, long stateVersion)
        implements Message {}
