package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.gateway.live.LiveFeed;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/** A link that ends at one participant. Network thread. */
final class ParticipantLink implements LinkListener, Outlet {
    private final LiveFeed feed;
    private final Link link;
    private final Caller caller;

    ParticipantLink(GatewayDesk desk, LiveFeed feed, Link link) {
        this.feed = feed;
        this.link = link;
        this.caller = new Caller(desk, desk.nextConnection(), this, Optional.of(link.peer()));
        desk.enter(caller);
        caller.begin();
    }

    @Override
    public void onMessage(Link from, Message message) {
        if (message instanceof SliceResume resume && caller.isWelcomed()) {
            feed.resume(link, resume);
        } else {
            caller.take(message);
        }
    }

    @Override
    public void onSlice(Link from, LiveSlice slice) {
        close("only the gateway sends slices");
    }

    @Override
    public void onWritable(Link from) {
        feed.writable(link);
    }

    @Override
    public void onClosed(Link from, String reason) {
        feed.unsubscribe(link);
        caller.gone(reason);
    }

    @Override
    public void send(Message message) {
        link.send(message);
    }

    @Override
    public void sendAside(Message message) {
        Asides.send(link, message);
    }

    @Override
    public void welcomed() {
        feed.subscribe(link);
    }

    @Override
    public void close(String reason) {
        link.close(reason);
    }
}
