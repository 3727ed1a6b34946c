package org.farfield.dicom.network.association;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.farfield.dicom.network.association.AssociationException.Kind;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.PduWriter;
import org.farfield.dicom.network.pdu.PresentationDataValue;
import org.jspecify.annotations.Nullable;

/**
 * An association, for threads that may wait (virtual ones cost nothing). One thread reads and any may send; whole
 * messages are kept apart by the layer above. What comes in faster than it is read stops the reading of the socket,
 * what goes out faster than the network takes it stops the sender.
 */
public final class Association implements AutoCloseable, UpperLayerUser {
    private static final int MOST_READ_AHEAD = 4 << 20;
    private static final int MOST_WRITTEN_AHEAD = 1 << 20;
    private static final int LONGEST_FRAGMENT = 1 << 18;

    private final String peer;
    private final CompletableFuture<Agreement> agreed = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final ArrayDeque<PresentationDataValue> received = new ArrayDeque<>();
    private int receivedBytes;
    private int pendingBytes;
    private boolean released;
    private boolean releaseAsked;
    private @Nullable AssociationException end;

    private @Nullable Channel channel;
    private @Nullable UpperLayer layer;
    private final @Nullable AssociationPolicy policy;
    private final Pdu.@Nullable AssociateRequest request;

    private Association(String peer, Pdu.@Nullable AssociateRequest request, @Nullable AssociationPolicy policy) {
        this.peer = peer;
        this.request = request;
        this.policy = policy;
    }

    static Association requestor(String peer, Pdu.AssociateRequest request) {
        return new Association(peer, request, null);
    }

    static Association acceptor(String peer, AssociationPolicy policy) {
        return new Association(peer, null, policy);
    }

    /** Refuses whatever is asked: too many are open. */
    static Association refusing(String peer) {
        return new Association(peer, null, null);
    }

    void attach(Channel to, UpperLayer by) {
        channel = to;
        layer = by;
    }

    /** Complete once both sides agree; fails with an {@link AssociationException}. */
    CompletableFuture<Agreement> agreed() {
        return agreed;
    }

    /** Who is at the other end, for messages. */
    public String peer() {
        return peer;
    }

    /** What was agreed on. */
    public Agreement agreement() {
        return agreed.join();
    }

    /** How many bytes a fragment may have, so that its PDU is one the peer takes. */
    public int longestFragment() {
        int most = agreement().peerMaximumLength();
        int room = most == 0 ? LONGEST_FRAGMENT : most - 6;
        return Math.clamp(room & ~1, 2, LONGEST_FRAGMENT);
    }

    /** Whether neither side has ended it. */
    public boolean isOpen() {
        lock.lock();
        try {
            return end == null && !released && !releaseAsked;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next fragment; empty when the peer has released the association. */
    public Optional<PresentationDataValue> next() throws AssociationException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (received.isEmpty() && end == null && !released && !releaseAsked) {
                change.await();
            }
            PresentationDataValue value = received.poll();
            if (value != null) {
                receivedBytes -= value.bytes().length();
                if (receivedBytes < MOST_READ_AHEAD / 4) {
                    reading(true);
                }
                return Optional.of(value);
            }
            if (end != null) {
                throw end.with(peer);
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Sends a fragment; waits while the network is slower than the caller. */
    public void send(PresentationDataValue value) throws AssociationException, InterruptedException {
        int length = PduWriter.dataLength(value.bytes().length());
        lock.lockInterruptibly();
        try {
            while (pendingBytes > MOST_WRITTEN_AHEAD && end == null) {
                change.await();
            }
            if (end != null) {
                throw end.with(peer);
            }
            if (released) {
                throw new AssociationException(Kind.CLOSED, peer + ": the association has ended");
            }
            pendingBytes += length;
        } finally {
            lock.unlock();
        }
        Pdu.DataTransfer data = new Pdu.DataTransfer(java.util.List.of(value));
        UpperLayer to = Objects.requireNonNull(layer);
        Objects.requireNonNull(channel).eventLoop().execute(() -> to.data(data, () -> written(length)));
    }

    /** Ends the association in order and waits for the peer's agreement. Nothing happens when it has ended already. */
    public void release() throws AssociationException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (end != null || released) {
                return;
            }
            UpperLayer to = Objects.requireNonNull(layer);
            boolean asked = releaseAsked;
            Objects.requireNonNull(channel).eventLoop().execute(asked ? to::answerRelease : to::release);
            while (end == null && !released) {
                change.await();
            }
            if (end != null) {
                throw end.with(peer);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the association at once. */
    public void abort(String why) {
        UpperLayer to = Objects.requireNonNull(layer);
        Objects.requireNonNull(channel).eventLoop().execute(() -> to.abort(new AssociationException(Kind.CLOSED, why)));
    }

    /** Releases the association if it is open; an end that fails is an end as well. */
    @Override
    public void close() {
        try {
            release();
        } catch (AssociationException expected) {
            abort("ended");
        } catch (InterruptedException e) {
            abort("interrupted");
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onAssociateRequest(Pdu.AssociateRequest asked) {
        UpperLayer by = Objects.requireNonNull(layer);
        AssociationPolicy.Answer answer = policy == null
                ? new AssociationPolicy.Reject(Rejection.TOO_MANY, "refused, too many associations are open")
                : policy.answer(asked);
        switch (answer) {
            case AssociationPolicy.Reject reject -> {
                by.reject(reject.reject());
                agreed.completeExceptionally(new AssociationException(Kind.REJECTED, peer + ": " + reject.cause()));
            }
            case AssociationPolicy.Accept accept -> {
                by.accept(accept.accept());
                agreed.complete(Agreement.of(asked, accept.accept(), false));
            }
        }
    }

    @Override
    public void onAssociated(Pdu.AssociateAccept accept) {
        agreed.complete(Agreement.of(Objects.requireNonNull(request), accept, true));
    }

    @Override
    public void onData(Pdu.DataTransfer data) {
        lock.lock();
        try {
            for (PresentationDataValue value : data.values()) {
                received.add(value);
                receivedBytes += value.bytes().length();
            }
            if (receivedBytes > MOST_READ_AHEAD) {
                reading(false);
            }
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onReleaseRequest() {
        lock.lock();
        try {
            releaseAsked = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onReleased() {
        lock.lock();
        try {
            released = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onEnd(AssociationException cause) {
        agreed.completeExceptionally(cause.with(peer));
        lock.lock();
        try {
            end = cause;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void written(int length) {
        lock.lock();
        try {
            pendingBytes -= length;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void reading(boolean on) {
        Channel of = Objects.requireNonNull(channel);
        if (of.config().isAutoRead() != on) {
            of.config().setAutoRead(on);
        }
    }
}
