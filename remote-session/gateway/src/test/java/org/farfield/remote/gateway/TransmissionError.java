package org.farfield.remote.gateway;

/** The eight transmission errors of IEC 61784-3, as OPC 10000-15 5.3 restates them. */
enum TransmissionError {
    CORRUPTION,
    REPETITION,
    WRONG_ORDER,
    LOSS,
    DELAY,
    INSERTION,
    MASQUERADE,
    WRONG_ADDRESS
}
