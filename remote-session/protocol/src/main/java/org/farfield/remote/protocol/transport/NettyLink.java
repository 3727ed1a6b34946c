package org.farfield.remote.protocol.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What both transports share. State that is not atomic belongs to the control channel's event loop, on which the
 * listener is called too. Until {@link #start} what arrives is held, in order and bounded.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
abstract class NettyLink implements Link {
    private static final long WRITABLE_BELOW = 1 << 20;
    private static final long NOT_WRITABLE_FROM = 2 << 20;
    private static final long MOST_WAITING = 128L << 20;
    private static final long MOST_CONTROL_WAITING = 1 << 20;
    private static final int MOST_EARLY = 256;

    private final Channel control;
    private final X509Certificate peer;
    private final LinkOptions options;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong controlWaiting = new AtomicLong();
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Deque<Runnable> early = new ArrayDeque<>();
    private volatile String closeReason = "";
    private final CompletableFuture<@Nullable Void> goneFuture = new CompletableFuture<>();
    private final AsideLane aside = new AsideLane();
    private volatile boolean gone;
    private boolean asideUnderway;
    private @Nullable LinkListener listener;
    private @Nullable ScheduledFuture<?> keepAlive;

    NettyLink(Channel control, X509Certificate peer, LinkOptions options) {
        this.control = control;
        this.peer = peer;
        this.options = options;
    }

    /** Hands a slice's frame to the network; completes {@code handed} when it was, on any thread. */
    abstract void writeSlice(byte[] head, byte[] part10, CompletableFuture<@Nullable Void> handed);

    /** Ends the connections; the other side is told the reason where the transport can. */
    abstract void shutDown(String reason);

    final Channel control() {
        return control;
    }

    /** Completes when the connection is gone and the listener knows. */
    final CompletableFuture<@Nullable Void> gone() {
        return goneFuture;
    }

    final EventLoop loop() {
        return control.eventLoop();
    }

    final LinkOptions options() {
        return options;
    }

    @Override
    public final X509Certificate peer() {
        return peer;
    }

    @Override
    public final void send(Message message) {
        sendFrame(MessageCodec.encode(message));
    }

    @Override
    public final void sendFrame(byte[] frame) {
        if (closing.get()) {
            return;
        }
        if (controlWaiting.addAndGet(frame.length) > MOST_CONTROL_WAITING) {
            close("control messages are not taken");
            return;
        }
        control.writeAndFlush(Unpooled.wrappedBuffer(frame)).addListener(done -> {
            controlWaiting.addAndGet(-frame.length);
            pumpAside();
        });
    }

    @Override
    public final void sendAside(byte[] frame, Optional<String> replaces) {
        if (!closing.get()) {
            aside.offer(frame, replaces);
            onLoop(this::pumpAside);
        }
    }

    /** On the loop: one frame from beside at a time, and only while no control waits. */
    private void pumpAside() {
        if (asideUnderway || closing.get() || controlWaiting.get() > 0) {
            return;
        }
        aside.next(!full.get()).ifPresent(frame -> {
            asideUnderway = true;
            control.writeAndFlush(Unpooled.wrappedBuffer(frame)).addListener(done -> {
                asideUnderway = false;
                pumpAside();
            });
        });
    }

    @Override
    public final CompletionStage<Void> sendSlice(LiveSlice slice) {
        CompletableFuture<@Nullable Void> handed = new CompletableFuture<>();
        int bytes = slice.part10().length;
        if (closing.get()) {
            handed.completeExceptionally(new LinkException(LinkException.Reason.CLOSED, "link closed: " + closeReason));
        } else if (waiting.get() + bytes > MOST_WAITING) {
            handed.completeExceptionally(
                    new LinkException(LinkException.Reason.REFUSED, "too many slices wait for " + remoteAddress()));
        } else {
            if (waiting.addAndGet(bytes) >= NOT_WRITABLE_FROM) {
                full.set(true);
            }
            handed.whenComplete((done, failure) -> handedOver(bytes));
            writeSlice(MessageCodec.encodeSliceHead(slice.header()), slice.part10(), handed);
        }
        return handed;
    }

    private void handedOver(int bytes) {
        if (waiting.addAndGet(-bytes) < WRITABLE_BELOW && full.compareAndSet(true, false)) {
            onLoop(() -> {
                pumpAside();
                deliver(to -> to.onWritable(this));
            });
        }
    }

    @Override
    public final boolean writable() {
        return !closing.get() && !full.get();
    }

    @Override
    public final void close(String reason) {
        if (closing.compareAndSet(false, true)) {
            closeReason = reason;
            onLoop(() -> shutDown(reason));
        }
    }

    /** On the loop: the link is there and everything that came so far is delivered. */
    final void start(LinkListener to) {
        listener = to;
        if (!gone) {
            long period = Math.max(1, options.silence().toMillis() / 4);
            keepAlive = loop().scheduleAtFixedRate(
                            () -> sendFrame(LinkFrame.keepAlive()), period, period, TimeUnit.MILLISECONDS);
        }
        while (!early.isEmpty()) {
            early.remove().run();
        }
    }

    /** On the loop: a frame of the control path. */
    final void onControl(Frame frame) {
        switch (frame.header().type()) {
            case LinkFrame.KEEP_ALIVE -> {}
            case LinkFrame.CLOSE -> closedByPeer(LinkFrame.reasonText(frame.bodyBytes()));
            default -> inOrder(() -> message(frame));
        }
    }

    /** On the loop: a frame of a slice. */
    final void onSlice(Frame frame) {
        inOrder(() -> {
            try {
                LiveSlice slice = MessageCodec.decodeSliceBody(frame.header(), frame.body());
                deliver(to -> to.onSlice(this, slice));
            } catch (ProtocolException e) {
                broken(e);
            }
        });
    }

    /** On the loop: the other side said that it closes. */
    final void closedByPeer(String reason) {
        if (closing.compareAndSet(false, true)) {
            closeReason = reason.isEmpty() ? "closed by the other side" : "closed by the other side: " + reason;
            shutDown("");
        }
    }

    /** Any thread: what came is no frame of this protocol, or reading failed. */
    final void broken(Throwable cause) {
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (!closing.get() && cause instanceof ProtocolException) {
            options.problems().accept(remoteAddress() + " sent what is no message of this protocol: " + text);
        }
        close(text);
    }

    /** On the loop, the last: the connection is gone. */
    final void onGone(String networkReason) {
        if (gone) {
            return;
        }
        gone = true;
        if (closing.compareAndSet(false, true)) {
            closeReason = networkReason;
            shutDown("");
        }
        if (keepAlive != null) {
            keepAlive.cancel(false);
        }
        inOrder(() -> {
            LinkListener to = listener;
            if (to != null) {
                listener = null;
                to.onClosed(this, closeReason);
            }
        });
        goneFuture.complete(null);
    }

    final void onLoop(Runnable task) {
        if (loop().inEventLoop()) {
            task.run();
        } else {
            loop().execute(task);
        }
    }

    private void message(Frame frame) {
        LinkListener to = listener;
        if (to == null) {
            return;
        }
        try {
            if (frame.header().type() >= FrameHeader.FIRST_TRANSPORT_TYPE
                    && frame.header().critical()) {
                throw new ProtocolException("unexpected frame 0x"
                        + Integer.toHexString(frame.header().type()));
            }
            if (to.takesFrames()) {
                deliver(l -> l.onFrame(this, frame.bytes()));
            } else {
                Optional<Message> message = MessageCodec.decodeBody(frame.header(), frame.body());
                message.ifPresent(m -> deliver(l -> l.onMessage(this, m)));
            }
        } catch (ProtocolException e) {
            broken(e);
        }
    }

    private void inOrder(Runnable delivery) {
        if (listener != null || (gone && early.isEmpty())) {
            delivery.run();
        } else if (early.size() < MOST_EARLY) {
            early.add(delivery);
        } else {
            close("too much before the link was ready");
        }
    }

    private void deliver(java.util.function.Consumer<LinkListener> call) {
        LinkListener to = listener;
        if (to == null || gone) {
            return;
        }
        try {
            call.accept(to);
        } catch (RuntimeException e) {
            System.getLogger("org.farfield.remote.link")
                    .log(System.Logger.Level.ERROR, "the listener of the link to " + remoteAddress() + " failed", e);
            close("internal error");
        }
    }
}
