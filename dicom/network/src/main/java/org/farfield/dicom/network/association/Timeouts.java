package org.farfield.dicom.network.association;

import java.time.Duration;

/**
 * How long to wait for a peer. The clock is that of the channel's event loop, so that a test may turn it.
 *
 * @param connect for the transport connection
 * @param handshake for TLS
 * @param associate for the answer to a request, and as acceptor for the request (the ARTIM timer of PS3.8 9.1.4)
 * @param release for the answer to a release, and for the closing of the connection after an abort
 * @param idle how long an association may stay without a byte in either direction
 */
public record Timeouts(Duration connect, Duration handshake, Duration associate, Duration release, Duration idle) {
    /** For a requestor: a peer that is silent for a minute is given up. */
    public static final Timeouts REQUESTOR = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));

    /** For an acceptor: peers may keep an association open between two patients. */
    public static final Timeouts ACCEPTOR = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10));

    /** The same with another patience for silence. */
    public Timeouts withIdle(Duration silence) {
        return new Timeouts(connect, handshake, associate, release, silence);
    }
}
