package org.farfield.remote.protocol.message;

/**
 * A channel is gone: from relay to gateway the participant's link closed; from gateway to relay the participant is to
 * be closed.
 *
 * @param reason one line for people
 */
public record ChannelClosed(int channel, String reason) implements Message {}
