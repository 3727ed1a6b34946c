package org.farfield.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.network.service.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that gives up when nothing comes for some time, or when the user does. No more than
 * one delivery is asked for ahead, so that a slow disk slows the sender. One reader.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
    private static final long LOOK_MILLIS = 200;

    /** What the connection delivered, or how it ended. */
    private record Delivery(
            List<ByteBuffer> bytes, boolean last, @Nullable Throwable fault) {}

    private final Duration patience;
    private final Cancellation cancellation;
    private final LinkedBlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> current = new ArrayDeque<>();
    private final CompletableFuture<InputStream> ready = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;
    private boolean ended;

    TimedBody(Duration patience, Cancellation cancellation) {
        this.patience = patience;
        this.cancellation = cancellation;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return ready;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(1);
        ready.complete(this);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        deliveries.add(new Delivery(bytes, false, null));
    }

    @Override
    public void onError(Throwable fault) {
        deliveries.add(new Delivery(List.of(), true, fault));
    }

    @Override
    public void onComplete() {
        deliveries.add(new Delivery(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int most) throws IOException {
        while (!ended) {
            ByteBuffer head = current.peek();
            if (head == null) {
                await();
            } else if (!head.hasRemaining()) {
                current.remove();
            } else {
                int count = Math.min(most, head.remaining());
                head.get(bytes, offset, count);
                return count;
            }
        }
        return -1;
    }

    private void await() throws IOException {
        long waited = 0;
        Delivery delivery = null;
        while (delivery == null) {
            if (cancellation.isWished()) {
                close();
                throw new WebException(WebException.Kind.CANCELLED, "cancelled");
            }
            if (waited >= patience.toMillis()) {
                close();
                throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " s");
            }
            try {
                delivery = deliveries.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new WebException(WebException.Kind.CANCELLED, "interrupted", e);
            }
            waited += LOOK_MILLIS;
        }
        current.addAll(delivery.bytes());
        Flow.Subscription granted = subscription;
        if (delivery.fault() != null) {
            ended = true;
            throw new IOException(String.valueOf(delivery.fault().getMessage()), delivery.fault());
        }
        ended = delivery.last();
        if (!ended && granted != null) {
            granted.request(1);
        }
    }

    /** Ends the answer early. */
    @Override
    public void close() {
        ended = true;
        Flow.Subscription granted = subscription;
        if (granted != null) {
            granted.cancel();
        }
    }
}
