package org.farfield.remote.protocol.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What servers and connectors of links may be told.
 *
 * @param clock when certificates are valid
 * @param handshake how long a peer may take from its first byte to a link; slower ones are closed
 * @param quicPatience how long QUIC may stay without an answer before TCP is tried
 * @param silence after how long without a byte a link is given up (links keep themselves alive)
 * @param mostLinks how many links, and how many peers that are none yet, a server takes at once
 * @param problems gets a line for each peer that was turned away; called on network threads, must not block
 */
public record LinkOptions(
        InstantSource clock,
        Duration handshake,
        Duration quicPatience,
        Duration silence,
        int mostLinks,
        Consumer<String> problems) {

    /** What serves everybody; problems go to the platform's log. */
    public static LinkOptions standard() {
        System.Logger log = System.getLogger("org.farfield.remote.link");
        return new LinkOptions(
                InstantSource.system(),
                Duration.ofSeconds(5),
                Duration.ofMillis(1500),
                Duration.ofSeconds(10),
                256,
                line -> log.log(System.Logger.Level.WARNING, line));
    }

    /** The same with another clock. */
    public LinkOptions withClock(InstantSource other) {
        return new LinkOptions(other, handshake, quicPatience, silence, mostLinks, problems);
    }

    /** The same with another time for handshakes. */
    public LinkOptions withHandshake(Duration other) {
        return new LinkOptions(clock, other, quicPatience, silence, mostLinks, problems);
    }

    /** The same with another patience for QUIC. */
    public LinkOptions withQuicPatience(Duration other) {
        return new LinkOptions(clock, handshake, other, silence, mostLinks, problems);
    }

    /** The same with another listener for problems. */
    public LinkOptions withProblems(Consumer<String> other) {
        return new LinkOptions(clock, handshake, quicPatience, silence, mostLinks, other);
    }
}
