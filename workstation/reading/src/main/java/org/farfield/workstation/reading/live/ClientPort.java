package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionView;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.Welcome;

/** A person's place in a session over the network. */
public final class ClientPort implements SessionPort, TalkPort {

    private final SessionClient client;

    public ClientPort(SessionClient client) {
        this.client = client;
    }

    @Override
    public HeardSession heard() {
        SessionView view = client.view();
        return new HeardSession(
                view.operator(),
                view.role(),
                view.newest(),
                view.silentMillis(),
                view.roundTripMillis(),
                client.gatewayMillis(),
                view.transport(),
                view.welcome().map(Welcome::limits),
                view.welcome().map(Welcome::scannerModel).orElse(""),
                view.trouble());
    }

    @Override
    public CompletionStage<Verdict> command(CommandPayload payload) {
        return client.command(payload);
    }

    @Override
    public CompletionStage<Verdict> stop(String reason) {
        return client.stop(reason);
    }

    @Override
    public void hold(boolean pressed, String planSha256) {
        client.hold(pressed, planSha256);
    }

    @Override
    public CompletionStage<ChatAnswer> say(String text) {
        return client.talk().say(text);
    }

    @Override
    public void pointAt(Optional<PointedSpot> spot) {
        client.talk().pointAt(spot);
    }
}
