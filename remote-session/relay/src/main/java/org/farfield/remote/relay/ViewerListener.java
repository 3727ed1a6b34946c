package org.farfield.remote.relay;

import java.util.concurrent.atomic.AtomicInteger;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/** Brings what one participant sends to the relay's thread, and no more than it can take. */
final class ViewerListener implements LinkListener {
    private static final int MOST_WAITING = 1000;

    private final Agent agent;
    private final RelayCore core;
    private final AtomicInteger waiting = new AtomicInteger();

    ViewerListener(Agent agent, RelayCore core) {
        this.agent = agent;
        this.core = core;
    }

    @Override
    public boolean takesFrames() {
        return true;
    }

    @Override
    public void onFrame(Link link, byte[] frame) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            link.close("more messages than are taken");
            return;
        }
        agent.execute(() -> {
            waiting.decrementAndGet();
            core.viewerFrame(link, frame);
        });
    }

    @Override
    public void onMessage(Link link, Message message) {
        throw new IllegalStateException("frames are taken undecoded");
    }

    @Override
    public void onSlice(Link link, LiveSlice slice) {
        link.close("participants send no slices");
    }

    @Override
    public void onClosed(Link link, String reason) {
        agent.execute(() -> core.viewerDown(link, reason));
    }

    @Override
    public void onWritable(Link link) {
        agent.execute(() -> core.viewerWritable(link));
    }
}
