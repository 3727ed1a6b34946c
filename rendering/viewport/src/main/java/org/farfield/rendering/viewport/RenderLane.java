package org.farfield.rendering.viewport;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.farfield.rendering.engine.RenderEngine;
import org.jspecify.annotations.Nullable;

/** One surface's place in a {@link RenderLoop}: the newest request waiting, and where its picture goes. */
final class RenderLane {

    private final RenderLoop loop;
    private final LongSupplier clock;
    private final Consumer<Frame> delivery;
    private final PixelPool pool = new PixelPool();
    private @Nullable RenderOrder waiting;
    private final AtomicLong dropped = new AtomicLong();

    RenderLane(RenderLoop loop, LongSupplier clock, Consumer<Frame> delivery) {
        this.clock = clock;
        this.loop = loop;
        this.delivery = delivery;
    }

    /** Replaces whatever this lane had waiting. */
    void submit(RenderOrder order) {
        loop.submit(this, order);
    }

    /** Under the loop's lock; answers what waited before. */
    @Nullable
    RenderOrder replaceWaiting(@Nullable RenderOrder order) {
        RenderOrder before = waiting;
        waiting = order;
        if (before != null && order != null) {
            dropped.incrementAndGet();
        }
        return before;
    }

    /** On the render thread. */
    void draw(RenderEngine engine, RenderOrder order) {
        int[] argb = pool.lease(order.drawn().pixels());
        long start = clock.getAsLong();
        engine.render(order.drawn(), argb);
        long nanos = clock.getAsLong() - start;
        delivery.accept(new Frame(order, argb, nanos, engine.name()));
    }

    /** The pixels of a frame that is not needed any more; any thread. */
    void release(Frame frame) {
        pool.release(frame.argb());
    }

    /** A drawn frame that nobody saw. */
    void drop(Frame frame) {
        dropped.incrementAndGet();
        release(frame);
    }

    /** How many requests were replaced by newer ones before anybody saw their picture; any thread. */
    long dropped() {
        return dropped.get();
    }
}
