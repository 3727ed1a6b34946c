package org.farfield.remote.protocol.message;

/**
 * Relay to gateway: a participant's link is up and carried as {@code channel}; the gateway begins with a
 * {@link Challenge} in it.
 *
 * @param channel number chosen by the relay, not in use now
 * @param transport how the participant reaches the relay, for people
 */
public record ChannelOpened(int channel, String transport) implements Message {}
