package org.farfield.remote.gateway;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.farfield.remote.protocol.identity.Authentication;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;
import org.farfield.remote.protocol.message.Challenge;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Hello;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.Refused;

/**
 * One participant's connection, straight or relayed, from the challenge on. Until he has proved who he is nothing of
 * him but one answer is looked at. His STOP goes to the scanner from here, on the network thread, before anything else
 * hears of it. Called on the network thread of his link.
 */
final class Caller {
    private final GatewayDesk desk;
    private final int connection;
    private final Outlet outlet;
    private final Optional<X509Certificate> linkCertificate;
    private final MessageBudget budget;
    private final TalkSeat talk;
    private final Challenge challenge;
    private final long calledNanos;
    private volatile Optional<CoreInput.Joined> proved = Optional.empty();
    private volatile boolean welcomed;
    private boolean answered;

    /**
     * Somebody called.
     *
     * @param linkCertificate whom the link itself proved, where it ends at the participant
     */
    Caller(GatewayDesk desk, int connection, Outlet outlet, Optional<X509Certificate> linkCertificate) {
        this.desk = desk;
        this.connection = connection;
        this.outlet = outlet;
        this.linkCertificate = linkCertificate;
        this.budget = new MessageBudget(desk.clock());
        this.talk = new TalkSeat(desk.clock());
        this.calledNanos = desk.clock().nanos();
        this.challenge = desk.authentication().challenge(desk.sessionEpoch(), desk.scannerId());
    }

    void begin() {
        outlet.send(challenge);
    }

    int connection() {
        return connection;
    }

    Outlet outlet() {
        return outlet;
    }

    /** Control thread: the core took him in. */
    void welcome() {
        welcomed = true;
    }

    boolean isWelcomed() {
        return welcomed;
    }

    /** Whether he comes through a relay, which passes the state on itself. */
    boolean relayed() {
        return linkCertificate.isEmpty();
    }

    /** How long he has not proved who he is, ms; 0 once he has. */
    long unprovedMillis() {
        return proved.isPresent() ? 0 : (desk.clock().nanos() - calledNanos) / 1_000_000;
    }

    void take(Message message) {
        if (!budget.take()) {
            turnAway(RefusalReason.NO_ANSWER, "more messages than anybody needs");
        } else if (proved.isEmpty()) {
            prove(message);
        } else if (TalkDesk.takes(message)) {
            if (welcomed) {
                desk.talk().take(proved.get(), talk, message, outlet::sendAside);
            }
        } else {
            if (message instanceof Command command) {
                stopAtOnce(command, proved.get());
            }
            desk.post(new CoreInput.Received(connection, message));
        }
    }

    void gone(String reason) {
        desk.leave(this, reason);
    }

    private void stopAtOnce(Command command, CoreInput.Joined who) {
        if (command.payload() instanceof CommandPayload.Stop stop
                && CommandGate.admitsStop(
                        command, who, desk.sessionEpoch(), desk.scannerId(), SignatureCheck.PROTOCOL)) {
            desk.stopAtOnce("stopped by " + who.operator() + (stop.reason().isBlank() ? "" : ": " + stop.reason()));
        }
    }

    private void prove(Message message) {
        if (answered || !(message instanceof Hello hello)) {
            turnAway(RefusalReason.NO_ANSWER, "the challenge was to be answered, once");
            return;
        }
        answered = true;
        ParticipantAuthentication authentication = desk.authentication();
        switch (authentication.verify(challenge, hello)) {
            case Authentication.Denied denied -> turnAway(denied.reason(), denied.text());
            case Authentication.Admitted in -> {
                if (linkCertificate.filter(c -> !sameKey(c, in.certificate())).isPresent()) {
                    turnAway(RefusalReason.WRONG_OPERATOR, "the link was made with another certificate");
                    return;
                }
                CoreInput.Joined who = new CoreInput.Joined(
                        connection, in.operator(), in.role(), in.certificate().getPublicKey(), relayed());
                proved = Optional.of(who);
                desk.post(who);
            }
        }
    }

    private static boolean sameKey(X509Certificate one, X509Certificate other) {
        return Arrays.equals(
                one.getPublicKey().getEncoded(), other.getPublicKey().getEncoded());
    }

    void turnAway(RefusalReason reason, String text) {
        desk.problem("a caller was turned away: " + text);
        outlet.send(new Refused(reason, text));
        outlet.close(text);
        desk.leave(this, text);
    }
}
