package org.farfield.remote.protocol.transport;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server's door: counts who is in, and gives each new link its listener. Any thread. */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class LinkAdmission {
    private final LinkOptions options;
    private final Function<Link, LinkListener> acceptor;
    private final AtomicInteger connections = new AtomicInteger();
    private final OpenLinks links = new OpenLinks();

    LinkAdmission(LinkOptions options, Function<Link, LinkListener> acceptor) {
        this.options = options;
        this.acceptor = acceptor;
    }

    /** Counts a connection; false, and it is closed, where there are too many (two for each link are allowed for). */
    boolean enter(Channel connection) {
        if (connections.incrementAndGet() > 2 * options.mostLinks()) {
            connections.decrementAndGet();
            options.problems().accept("a connection was turned away: there are " + 2 * options.mostLinks());
            connection.close();
            return false;
        }
        connection.closeFuture().addListener(closed -> connections.decrementAndGet());
        return true;
    }

    /** On the link's loop: a link is ready. */
    void open(NettyLink link) {
        if (links.count() >= options.mostLinks()) {
            link.close("no place left");
            return;
        }
        links.add(link);
        try {
            link.start(acceptor.apply(link));
        } catch (RuntimeException e) {
            options.problems().accept("the link of " + link.remoteAddress() + " could not be taken: " + e);
            link.close("internal error");
        }
    }

    void closeAll(String reason) {
        links.closeAll(reason);
    }
}
