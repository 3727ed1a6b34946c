package org.farfield.remote.protocol.transport;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The links that are up at a server or connector, so that they can say farewell. Any thread. */
@SuppressWarnings("FutureReturnValueIgnored") // nothing can fail in it
final class OpenLinks {
    private static final long FAREWELL_MILLIS = 500;

    private final Set<NettyLink> links = ConcurrentHashMap.newKeySet();

    void add(NettyLink link) {
        links.add(link);
        link.gone().thenRun(() -> links.remove(link));
    }

    int count() {
        return links.size();
    }

    /** Closes all and waits, but not for long, until they are gone; not on a network thread. */
    void closeAll(String reason) {
        CompletableFuture<?>[] gone = links.stream().map(NettyLink::gone).toArray(CompletableFuture[]::new);
        links.forEach(link -> link.close(reason));
        CompletableFuture.allOf(gone)
                .completeOnTimeout(null, FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
