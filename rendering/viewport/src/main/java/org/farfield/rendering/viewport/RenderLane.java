package org.farfield.rendering.viewport;

import java.util.function.Consumer;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.jspecify.annotations.Nullable;

/** One surface's place in a {@link RenderLoop}: the newest request waiting, and where its picture goes. */
final class RenderLane {

    private final RenderLoop loop;
    private final Consumer<Frame> delivery;
    private final PixelPool pool = new PixelPool();
    private @Nullable Job waiting;

    RenderLane(RenderLoop loop, Consumer<Frame> delivery) {
        this.loop = loop;
        this.delivery = delivery;
    }

    /** Replaces whatever this lane had waiting. */
    void submit(RenderRequest request, long generation, long nanos) {
        loop.submit(this, new Job(request, generation, nanos));
    }

    /** Under the loop's lock. */
    @Nullable
    Job replaceWaiting(@Nullable Job job) {
        Job before = waiting;
        waiting = job;
        return before;
    }

    /** On the render thread. */
    void draw(RenderEngine engine, Job job) {
        int[] argb = pool.lease(job.request().pixels());
        long start = System.nanoTime();
        engine.render(job.request(), argb);
        long nanos = System.nanoTime() - start;
        delivery.accept(new Frame(job.request(), argb, job.generation(), job.requestedNanos(), nanos, engine.name()));
    }

    /** The pixels of a frame that is not needed any more; any thread. */
    void release(Frame frame) {
        pool.release(frame.argb());
    }

    record Job(RenderRequest request, long generation, long requestedNanos) {}
}
