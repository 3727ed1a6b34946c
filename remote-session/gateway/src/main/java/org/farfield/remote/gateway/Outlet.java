package org.farfield.remote.gateway;

import org.farfield.remote.protocol.message.Message;

/** The way back to one participant, straight or through a relay. Any thread; nothing blocks. */
interface Outlet {
    void send(Message message);

    /** Sends chat or a pointer: it yields to everything that {@link #send} sends, and may be dropped. */
    void sendAside(Message message);

    /** The core took him in. */
    default void welcomed() {}

    /** Tells him why, where that is possible, and lets him go. */
    void close(String reason);
}
