package org.farfield.remote.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.farfield.remote.gateway.live.LiveFeed;
import org.farfield.remote.protocol.message.ChannelClosed;
import org.farfield.remote.protocol.message.ChannelOpened;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.Relayed;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/**
 * A link to a relay: many participants' control in numbered channels, which the relay cannot read or forge, and state
 * and slices once for all of them. Network thread.
 */
final class RelayLink implements LinkListener {
    private static final int MOST_CHANNELS = 128;

    private final ControlRoom desk;
    private final LiveFeed feed;
    private final Link link;
    private final Map<Integer, Caller> channels = new ConcurrentHashMap<>();

    RelayLink(ControlRoom desk, LiveFeed feed, Link link) {
        this.desk = desk;
        this.feed = feed;
        this.link = link;
        desk.relayJoins(link);
        feed.subscribe(link);
    }

    @Override
    public void onMessage(Link from, Message message) {
        switch (message) {
            case ChannelOpened opened -> open(opened.channel());
            case ChannelClosed closed ->
                Optional.ofNullable(channels.remove(closed.channel()))
                        .ifPresent(caller -> caller.gone(closed.reason()));
            case Relayed relayed -> carry(relayed);
            case SliceResume resume -> feed.resume(link, resume);
            default ->
                desk.problem("relay " + link.remoteAddress() + " sent a "
                        + message.getClass().getSimpleName() + " of its own, which means nothing");
        }
    }

    private void open(int channel) {
        if (channels.containsKey(channel)) {
            link.close("channel " + channel + " is open");
            return;
        }
        Caller caller = new Caller(desk, desk.nextConnection(), new Channel(channel), Optional.empty());
        if (channels.size() >= MOST_CHANNELS) {
            caller.turnAway(RefusalReason.FULL, "there are " + MOST_CHANNELS + " behind this relay");
            return;
        }
        channels.put(channel, caller);
        desk.enter(caller);
        caller.begin();
    }

    private void carry(Relayed relayed) {
        Caller caller = channels.get(relayed.channel());
        if (caller == null) {
            return;
        }
        try {
            relayed.message().ifPresent(caller::take);
        } catch (ProtocolException e) {
            caller.turnAway(RefusalReason.NO_ANSWER, "what came is no message of this protocol: " + e.getMessage());
        }
    }

    @Override
    public void onSlice(Link from, LiveSlice slice) {
        link.close("only the gateway sends slices");
    }

    @Override
    public void onWritable(Link from) {
        feed.writable(link);
    }

    @Override
    public void onClosed(Link from, String reason) {
        desk.relayLeaves(link);
        feed.unsubscribe(link);
        channels.values().forEach(caller -> caller.gone("its relay is gone: " + reason));
        channels.clear();
    }

    /** The way back to one participant behind the relay. */
    private final class Channel implements Outlet {
        private final int number;

        Channel(int number) {
            this.number = number;
        }

        @Override
        public void send(Message message) {
            link.send(Relayed.of(number, message));
        }

        @Override
        public void sendAside(Message message) {
            link.sendAside(MessageCodec.encode(Relayed.of(number, message)), Optional.empty());
        }

        @Override
        public void close(String reason) {
            channels.remove(number);
            link.send(new ChannelClosed(number, reason));
        }
    }
}
