package org.farfield.remote.protocol.transport;

/** How to reach the other side. */
public enum TransportPreference {
    /** QUIC; where UDP gets no answer, TLS over TCP. */
    AUTO,
    /** QUIC only. */
    QUIC,
    /** TLS over TCP only. */
    TCP
}
