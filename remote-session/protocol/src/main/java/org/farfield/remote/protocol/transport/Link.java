package org.farfield.remote.protocol.transport;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;

/**
 * A mutually authenticated connection between two parties, with a control path and slices beside it. Any thread may
 * call it; nothing here blocks. On a closed link sending does nothing.
 */
public interface Link extends AutoCloseable {
    /** Sends on the control path, which never waits behind slices. Messages keep their order. */
    void send(Message message);

    /** The same for a frame that is already encoded, so that a relay can pass on what it does not read. */
    void sendFrame(byte[] frame);

    /**
     * Sends a frame of chat or of a pointer, encoded, when nothing of control waits for the network. It may be dropped
     * where too many wait.
     *
     * @param replaces a name, for a frame that makes an earlier one of the same name worthless; such frames also wait
     *     until slices do not
     */
    default void sendAside(byte[] frame, Optional<String> replaces) {
        sendFrame(frame);
    }

    /**
     * Sends one slice; several go out in the order they were given, as the network takes them.
     *
     * @return completes when the slice was handed to the network, exceptionally when the link closed before
     */
    CompletionStage<Void> sendSlice(LiveSlice slice);

    /** The other side's certificate, checked. */
    X509Certificate peer();

    /** For people: {@code QUIC BBR} or {@code TLS/TCP}. */
    String transportName();

    /** The other side's address, for people and logs: {@code 192.0.2.1:443}. */
    String remoteAddress();

    /** Whether another slice should be sent now: false while more than a few slices wait for the network. */
    boolean writable();

    /** Closes and tells the other side why, in a line for people. */
    void close(String reason);

    /** Closes. */
    @Override
    default void close() {
        close("closed");
    }
}
