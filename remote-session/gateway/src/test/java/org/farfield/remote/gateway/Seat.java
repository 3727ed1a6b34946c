package org.farfield.remote.gateway;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.client.SessionView;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.transport.TransportPreference;

/** One person's client in a test over real sockets, with waits that end when what is waited for comes. */
final class Seat implements SessionEvents, AutoCloseable {
    static final long PATIENCE_SECONDS = 20;

    final SessionClient client;
    final BlockingQueue<LiveSlice> slices = new LinkedBlockingQueue<>();
    final BlockingQueue<SeriesEnd> ends = new LinkedBlockingQueue<>();
    final BlockingQueue<String> losses = new LinkedBlockingQueue<>();
    final BlockingQueue<ChatLine> lines = new LinkedBlockingQueue<>();
    final BlockingQueue<Pointer> pointers = new LinkedBlockingQueue<>();
    private final Object changed = new Object();

    Seat(Identity identity, Role role, InetSocketAddress gateway, TransportPreference transport) {
        client = new SessionClient(new ClientConfig(identity, role, gateway, transport), SessionClock.SYSTEM, this);
    }

    Seat join() throws Exception {
        client.connect().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(view -> view.tier() == ControlTier.FULL);
        return this;
    }

    Verdict ask(CommandPayload payload) throws Exception {
        return client.command(payload).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Verdict stop() throws Exception {
        return client.stop("test").toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    SessionState state() {
        return client.view().newest().orElseThrow();
    }

    void await(Predicate<SessionView> what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (changed) {
            while (!what.test(client.view())) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("never came, last was " + client.view());
                }
                changed.wait(left);
            }
        }
    }

    /** Keeps the release button down until the view is as wanted. */
    void holdUntil(String planSha256, Predicate<SessionView> what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!what.test(client.view())) {
            client.hold(true, planSha256);
            synchronized (changed) {
                changed.wait(50);
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never came, last was " + client.view());
            }
        }
    }

    List<LiveSlice> take(int count) throws InterruptedException {
        List<LiveSlice> taken = new ArrayList<>();
        while (taken.size() < count) {
            LiveSlice next = slices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " slices came");
            }
            taken.add(next);
        }
        return taken;
    }

    @Override
    public void onView(SessionView view) {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    @Override
    public void onSlice(LiveSlice slice) {
        slices.add(slice);
    }

    @Override
    public void onChatLine(long sessionEpoch, ChatLine line) {
        lines.add(line);
    }

    @Override
    public void onPointer(Pointer pointer) {
        pointers.add(pointer);
    }

    /** The next lines of chat, whoever said them. */
    List<String> texts(int count) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            ChatLine next = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + texts + " came");
            }
            texts.add(next.operator() + ": " + next.text());
        }
        return texts;
    }

    @Override
    public void onSeriesEnd(SeriesEnd end) {
        ends.add(end);
    }

    @Override
    public void onLinkLost(String reason) {
        losses.add(reason);
    }

    @Override
    public void close() {
        client.close();
    }
}
