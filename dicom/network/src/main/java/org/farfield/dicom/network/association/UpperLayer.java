package org.farfield.dicom.network.association;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.network.association.AssociationException.Kind;
import org.farfield.dicom.network.association.StateTable.Step;
import org.farfield.dicom.network.pdu.MalformedPdu;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.PduWriter;
import org.jspecify.annotations.Nullable;

/**
 * The upper layer protocol machine of one association (PS3.8 9.2), between {@code PduFrames} and its user. Everything
 * runs on the channel's event loop. The machine begins where the transport connection exists: for a requestor in Sta4,
 * for an acceptor in Sta1.
 */
final class UpperLayer extends ChannelInboundHandlerAdapter {
    private final boolean requestor;
    private final boolean secure;
    private final Timeouts timeouts;
    private final UpperLayerUser user;
    private final Pdu.@Nullable AssociateRequest request;

    private State state;
    private @Nullable ChannelHandlerContext channel;
    private @Nullable Future<?> artim;
    private @Nullable Future<?> patience;
    private @Nullable AssociationException cause;
    private boolean ended;
    private long lastTrafficNanos;

    private UpperLayer(Pdu.@Nullable AssociateRequest request, boolean secure, Timeouts timeouts, UpperLayerUser user) {
        this.requestor = request != null;
        this.request = request;
        this.secure = secure;
        this.timeouts = timeouts;
        this.user = user;
        this.state = requestor ? State.STA4 : State.STA1;
    }

    /** Sends the request as soon as the connection, with TLS its handshake, is complete. */
    static UpperLayer requestor(Pdu.AssociateRequest request, boolean secure, Timeouts timeouts, UpperLayerUser user) {
        return new UpperLayer(request, secure, timeouts, user);
    }

    /** Waits for a request. */
    static UpperLayer acceptor(boolean secure, Timeouts timeouts, UpperLayerUser user) {
        return new UpperLayer(null, secure, timeouts, user);
    }

    State state() {
        return state;
    }

    void accept(Pdu.AssociateAccept accept) {
        fire(Event.ASSOCIATE_RESPONSE_ACCEPT, accept);
    }

    void reject(Pdu.AssociateReject reject) {
        fire(Event.ASSOCIATE_RESPONSE_REJECT, reject);
    }

    /** Sends fragments; {@code written} is run once they are with the operating system, or will never be. */
    void data(Pdu.DataTransfer data, Runnable written) {
        Optional<Step> step = StateTable.step(state, Event.DATA_REQUEST_LOCAL);
        if (step.isEmpty()) {
            written.run();
            return;
        }
        state = step.get().next();
        write(data).addListener(done -> {
            lastTrafficNanos = now();
            written.run();
        });
    }

    void release() {
        fire(Event.RELEASE_REQUEST_LOCAL, new Pdu.ReleaseRequest());
    }

    void answerRelease() {
        fire(Event.RELEASE_RESPONSE_LOCAL, new Pdu.ReleaseReply());
    }

    /** Ends at once; the user is told the cause. */
    void abort(AssociationException why) {
        if (cause == null) {
            cause = why;
        }
        if (state == State.STA1 || state == State.STA2) {
            close();
        } else {
            fire(Event.ABORT_REQUEST_LOCAL, null);
        }
        end(why);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (!secure) {
            connected();
        }
        ctx.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                connected();
            } else {
                cause = TlsFault.of(handshake.cause());
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    private void connected() {
        lastTrafficNanos = now();
        fire(requestor ? Event.TRANSPORT_CONFIRMED : Event.TRANSPORT_INDICATED, request);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastTrafficNanos = now();
        switch (message) {
            case MalformedPdu fault -> {
                cause = new AssociationException(Kind.PROTOCOL, "the peer sent " + fault.getMessage());
                fire(Event.INVALID_PDU, new Pdu.Abort(2, fault.reason()));
            }
            case Pdu.AssociateRequest pdu -> fire(Event.ASSOCIATE_RQ_PDU, pdu);
            case Pdu.AssociateAccept pdu -> fire(Event.ASSOCIATE_AC_PDU, pdu);
            case Pdu.AssociateReject pdu -> fire(Event.ASSOCIATE_RJ_PDU, pdu);
            case Pdu.DataTransfer pdu -> fire(Event.DATA_PDU, pdu);
            case Pdu.ReleaseRequest pdu -> fire(Event.RELEASE_RQ_PDU, pdu);
            case Pdu.ReleaseReply pdu -> fire(Event.RELEASE_RP_PDU, pdu);
            case Pdu.Abort pdu -> fire(Event.ABORT_PDU, pdu);
            default -> throw new IllegalStateException("not a PDU: " + message.getClass());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fire(Event.TRANSPORT_CLOSED, null);
        end(new AssociationException(Kind.LOST, "the connection was closed before there was an association"));
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable fault) {
        if (cause == null) {
            cause = TlsFault.isTls(fault)
                    ? TlsFault.of(fault)
                    : new AssociationException(Kind.LOST, "the connection broke: " + fault.getMessage());
        }
        var _ = ctx.close();
    }

    private void fire(Event event, @Nullable Pdu pdu) {
        Optional<Step> step = StateTable.step(state, event);
        if (step.isEmpty()) {
            return;
        }
        state = step.get().next();
        act(step.get().action(), pdu);
    }

    private void act(Action action, @Nullable Pdu pdu) {
        switch (action) {
            case AE2 -> {
                send(pdu);
                patience(timeouts.associate(), "gave no answer to the association request");
            }
            case AE3 -> {
                watchTraffic();
                user.onAssociated((Pdu.AssociateAccept) Objects.requireNonNull(pdu));
            }
            case AE4 -> {
                end(Rejection.exception((Pdu.AssociateReject) Objects.requireNonNull(pdu)));
                close();
            }
            case AE5 -> startArtim(timeouts.associate());
            case AE6 -> {
                stopArtim();
                user.onAssociateRequest((Pdu.AssociateRequest) Objects.requireNonNull(pdu));
            }
            case AE7 -> {
                send(pdu);
                watchTraffic();
            }
            case AE8 -> {
                end(new AssociationException(Kind.REJECTED, "its request was refused"));
                send(pdu);
                startArtim(timeouts.release());
            }
            case DT2, AR6 -> user.onData((Pdu.DataTransfer) Objects.requireNonNull(pdu));
            case AR1 -> {
                send(pdu);
                patience(timeouts.release(), "gave no answer to the release of the association");
            }
            case AR2 -> user.onReleaseRequest();
            case AR3 -> {
                ended = true;
                user.onReleased();
                close();
            }
            case AR4 -> {
                send(pdu);
                ended = true;
                user.onReleased();
                startArtim(timeouts.release());
            }
            case AR5, AA5 -> stopArtim();
            case AR8 -> {
                state = requestor ? State.STA9 : State.STA10;
                user.onReleaseRequest();
            }
            case AR9 -> send(pdu);
            case AR10 -> answerRelease();
            case AA1 -> {
                send(new Pdu.Abort(0, 0));
                end(cause("the association was ended on this side"));
                startArtim(timeouts.release());
            }
            case AA2 -> {
                stopArtim();
                close();
            }
            case AA3 -> {
                end(Rejection.exception((Pdu.Abort) Objects.requireNonNull(pdu)));
                close();
            }
            case AA4 -> end(cause("the connection was closed in the middle of the association"));
            case AA7 -> send(new Pdu.Abort(2, 2));
            case AA8 -> {
                send(pdu instanceof Pdu.Abort abort ? abort : new Pdu.Abort(2, 2));
                end(cause != null ? cause : new AssociationException(Kind.PROTOCOL, "the peer sent an unexpected PDU"));
                startArtim(timeouts.release());
            }
            default -> {} // AE-1 is the connector's, DT-1 and AR-7 are data's own way, AA-6 is to do nothing
        }
    }

    private AssociationException cause(String otherwise) {
        return cause != null ? cause : new AssociationException(Kind.LOST, otherwise);
    }

    private void end(AssociationException why) {
        stop(patience);
        if (!ended) {
            ended = true;
            user.onEnd(cause != null && why.kind() == Kind.LOST ? cause : why);
        }
    }

    private void send(@Nullable Pdu pdu) {
        write(Objects.requireNonNull(pdu)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private ChannelFuture write(Pdu pdu) {
        ByteBuf bytes = context().alloc().buffer();
        PduWriter.write(pdu, bytes);
        return context().writeAndFlush(bytes);
    }

    private void close() {
        stop(artim);
        stop(patience);
        var _ = context().close();
    }

    private void startArtim(Duration after) {
        stop(artim);
        artim = context()
                .executor()
                .schedule(() -> fire(Event.ARTIM_EXPIRED, null), after.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void stopArtim() {
        stop(artim);
    }

    private void patience(Duration most, String fault) {
        stop(patience);
        patience = context()
                .executor()
                .schedule(
                        () -> abort(new AssociationException(
                                Kind.TIMED_OUT, "the peer " + fault + " within " + most.toSeconds() + " s")),
                        most.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /** Silence is watched from the last byte on; while this side reads nothing itself, the peer is not to blame. */
    private void watchTraffic() {
        stop(patience);
        if (!context().channel().config().isAutoRead()) {
            lastTrafficNanos = now();
        }
        long left = timeouts.idle().toNanos() - (now() - lastTrafficNanos);
        if (left <= 0) {
            abort(new AssociationException(
                    Kind.TIMED_OUT, "the peer was silent for " + timeouts.idle().toSeconds() + " s"));
        } else if (!ended) {
            patience = context().executor().schedule(this::watchTraffic, left, TimeUnit.NANOSECONDS);
        }
    }

    private static void stop(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private long now() {
        return context().executor().ticker().nanoTime();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(channel);
    }
}
