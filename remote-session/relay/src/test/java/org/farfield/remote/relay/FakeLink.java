package org.farfield.remote.relay;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.transport.Link;

/** A link without a network: keeps what is sent, and takes as many slices as told. */
final class FakeLink implements Link {
    final List<Message> sent = new ArrayList<>();
    final List<byte[]> frames = new ArrayList<>();
    final List<Long> slices = new ArrayList<>();
    int takes = Integer.MAX_VALUE;
    String closed = "";
    private final X509Certificate peer;

    FakeLink(X509Certificate peer) {
        this.peer = peer;
    }

    /** What was sent since the last call. */
    List<Message> drain() {
        List<Message> drained = List.copyOf(sent);
        sent.clear();
        return drained;
    }

    @Override
    public void send(Message message) {
        sendFrame(MessageCodec.encode(message));
    }

    @Override
    public void sendFrame(byte[] frame) {
        frames.add(frame);
        try {
            MessageCodec.decode(frame).ifPresent(sent::add);
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public CompletionStage<Void> sendSlice(LiveSlice slice) {
        slices.add(slice.header().sequence());
        takes--;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public X509Certificate peer() {
        return peer;
    }

    @Override
    public String transportName() {
        return "none";
    }

    @Override
    public String remoteAddress() {
        return "nowhere";
    }

    @Override
    public boolean writable() {
        return takes > 0;
    }

    @Override
    public void close(String reason) {
        closed = reason;
    }
}
