package org.farfield.remote.relay;

import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/** How a relay reaches its gateway. */
interface Upstream {
    /** Tries once. */
    CompletionStage<Link> connect(LinkListener listener);
}
