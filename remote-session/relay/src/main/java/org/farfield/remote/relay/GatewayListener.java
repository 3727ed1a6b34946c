package org.farfield.remote.relay;

import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;

/** Brings what the gateway sends to the relay's thread. */
final class GatewayListener implements LinkListener {
    private final Agent agent;
    private final RelayCore core;

    GatewayListener(Agent agent, RelayCore core) {
        this.agent = agent;
        this.core = core;
    }

    @Override
    public boolean takesFrames() {
        return true;
    }

    @Override
    public void onFrame(Link link, byte[] frame) {
        agent.execute(() -> core.gatewayFrame(link, frame));
    }

    @Override
    public void onMessage(Link link, Message message) {
        throw new IllegalStateException("frames are taken undecoded");
    }

    @Override
    public void onSlice(Link link, LiveSlice slice) {
        agent.execute(() -> core.gatewaySlice(slice));
    }

    @Override
    public void onClosed(Link link, String reason) {
        agent.execute(() -> core.gatewayDown(link, reason));
    }
}
