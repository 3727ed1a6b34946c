package org.farfield.launcher;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.workstation.reading.live.ClientPort;
import org.farfield.workstation.reading.live.HeardSession;
import org.farfield.workstation.reading.live.SessionPort;
import org.farfield.workstation.reading.live.TalkPort;
import org.jspecify.annotations.Nullable;

/**
 * A place in a session that is still being set up: nothing is heard, and nothing can be asked for, until it is there.
 */
final class LatePort implements SessionPort, TalkPort {

    private final String operator;
    private final Role role;
    private volatile @Nullable ClientPort there;
    private volatile String trouble = "";

    LatePort(String operator, Role role) {
        this.operator = operator;
        this.role = role;
    }

    void isThere(ClientPort port) {
        there = port;
    }

    void failed(String why) {
        trouble = why;
    }

    @Override
    public HeardSession heard() {
        SessionPort port = there;
        return port == null ? HeardSession.nothingYet(operator, role, trouble) : port.heard();
    }

    @Override
    public CompletionStage<Verdict> command(CommandPayload payload) {
        SessionPort port = there;
        return port == null ? notThere() : port.command(payload);
    }

    @Override
    public CompletionStage<Verdict> stop(String reason) {
        SessionPort port = there;
        return port == null ? notThere() : port.stop(reason);
    }

    @Override
    public void hold(boolean pressed, String planSha256) {
        SessionPort port = there;
        if (port != null) {
            port.hold(pressed, planSha256);
        }
    }

    @Override
    public CompletionStage<ChatAnswer> say(String text) {
        ClientPort port = there;
        return port == null ? CompletableFuture.completedFuture(ChatAnswer.UNKNOWN) : port.say(text);
    }

    @Override
    public void pointAt(Optional<PointedSpot> spot) {
        ClientPort port = there;
        if (port != null) {
            port.pointAt(spot);
        }
    }

    private CompletionStage<Verdict> notThere() {
        return CompletableFuture.completedFuture(
                new Verdict(0, operator, false, VerdictReason.UNKNOWN, "not sent: not connected yet", 0));
    }
}
