package org.farfield.remote.protocol.transport;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One try to reach a server by one transport: who asks, whom, and what came of it. The first outcome counts. Any
 * thread.
 */
final class Attempt {
    private final InetSocketAddress server;
    private final Identity self;
    private final LinkListener listener;
    private final LinkOptions options;
    private final OpenLinks links;
    private final CompletableFuture<Link> outcome = new CompletableFuture<>();
    private final AtomicReference<@Nullable CertificateFault> peerFault = new AtomicReference<>();

    Attempt(InetSocketAddress server, Identity self, LinkListener listener, LinkOptions options, OpenLinks links) {
        this.server = server;
        this.self = self;
        this.listener = listener;
        this.options = options;
        this.links = links;
    }

    InetSocketAddress server() {
        return server;
    }

    Identity self() {
        return self;
    }

    LinkListener listener() {
        return listener;
    }

    LinkOptions options() {
        return options;
    }

    CompletableFuture<Link> outcome() {
        return outcome;
    }

    PeerTrust trust() {
        return new PeerTrust(self, options.clock(), peerFault::set);
    }

    /** On the link's loop: the link is there; the caller gets it before its listener gets anything. */
    void succeed(NettyLink link) {
        if (outcome.complete(link)) {
            links.add(link);
            link.start(listener);
        } else {
            link.close("not needed any more");
        }
    }

    /** Says what went wrong in words for people, as far as it can be told. */
    void fail(@Nullable Throwable cause, boolean ownCertificateRefused, LinkException.Reason otherwise, String text) {
        if (outcome.isDone()) {
            return;
        }
        CertificateFault fault = peerFault.get();
        if (fault != null) {
            fail(cause, LinkException.Reason.PEER_CERTIFICATE, where() + ": " + fault.getMessage());
        } else if (ownCertificateRefused) {
            refusedCertificate(cause, "issued by another authority, expired by that side's clock, or not for this use");
        } else {
            fail(cause, otherwise, text);
        }
    }

    /** The other side does not take this side's certificate. */
    void refusedCertificate(@Nullable Throwable cause, String why) {
        fail(
                cause,
                LinkException.Reason.OWN_CERTIFICATE,
                where() + " does not accept the certificate of " + self.subject() + ": " + why);
    }

    private void fail(@Nullable Throwable cause, LinkException.Reason reason, String text) {
        outcome.completeExceptionally(
                cause == null ? new LinkException(reason, text) : new LinkException(reason, text, cause));
    }

    /** The server as people write it. */
    String where() {
        return server.getHostString() + ":" + server.getPort();
    }
}
