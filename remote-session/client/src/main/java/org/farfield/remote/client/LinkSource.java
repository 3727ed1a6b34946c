package org.farfield.remote.client;

import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/** Makes a link to the one peer this client talks to. Any thread. */
interface LinkSource extends AutoCloseable {
    /** Connects; the listener hears the link from the start. Fails with a line that names the peer and the cause. */
    CompletionStage<Link> open(LinkListener listener);

    /** The same after a lost link, by the transport that it used, as {@link Link#transportName} says it. */
    CompletionStage<Link> openAgain(LinkListener listener, String transportName);

    /** The peer, for people. */
    String peer();

    @Override
    void close();
}
