package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.transport.Link;

/** Sends chat and pointers beside control. Any thread; nothing blocks. */
final class Asides {
    private Asides() {}

    /** A pointer takes the place of the same person's that still waits. */
    static void send(Link link, Message message) {
        Optional<String> replaces =
                message instanceof Pointer pointer ? Optional.of(pointer.operator()) : Optional.empty();
        link.sendAside(MessageCodec.encode(message), replaces);
    }
}
