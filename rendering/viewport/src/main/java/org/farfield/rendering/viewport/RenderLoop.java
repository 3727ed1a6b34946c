package org.farfield.rendering.viewport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.farfield.rendering.engine.RenderEngine;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that an engine draws on, shared by any number of surfaces.
 *
 * <p>Each surface has a lane that holds at most one waiting request: the newest. Lanes take turns, so that one that
 * asks all the time starves no other. Any thread may call.
 */
public final class RenderLoop implements AutoCloseable {

    private final RenderEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition waiting = lock.newCondition();
    private final Queue<RenderLane> turns = new ArrayDeque<>();
    private final List<Consumer<RuntimeException>> failureListeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private boolean closed;

    /** Starts drawing with {@code engine}, which belongs to this loop from now on and is closed with it. */
    public RenderLoop(RenderEngine engine) {
        this.engine = engine;
        this.thread = Thread.ofPlatform().daemon().name("farfield-render").start(this::run);
    }

    /** The name of the engine in use; changes when a fallback takes over. */
    public String engineName() {
        return engine.name();
    }

    /** Told, on the render thread, of a picture that could not be drawn at all; the surface keeps its last one. */
    public void onFailure(Consumer<RuntimeException> listener) {
        failureListeners.add(listener);
    }

    RenderLane lane(LongSupplier clock, Consumer<Frame> delivery) {
        return new RenderLane(this, clock, delivery);
    }

    /** Puts the lane's job in its turn, or replaces what it has waiting. */
    void submit(RenderLane lane, RenderOrder job) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (lane.replaceWaiting(job) == null) {
                turns.add(lane);
            }
            waiting.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Turn turn = next();
        while (turn != null) {
            try {
                turn.lane().draw(engine, turn.job());
            } catch (RuntimeException failure) {
                for (Consumer<RuntimeException> listener : new ArrayList<>(failureListeners)) {
                    listener.accept(failure);
                }
            }
            turn = next();
        }
        engine.close();
    }

    private @Nullable Turn next() {
        lock.lock();
        try {
            while (turns.isEmpty() && !closed) {
                waiting.awaitUninterruptibly();
            }
            RenderLane lane = turns.poll();
            RenderOrder job = lane == null ? null : lane.replaceWaiting(null);
            return closed || lane == null || job == null ? null : new Turn(lane, job);
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits and ends the thread after the picture in hand; the engine is closed on its own thread. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the thread has ended after {@link #close}; for an orderly shutdown. */
    public void awaitClosed() throws InterruptedException {
        thread.join();
    }

    private record Turn(RenderLane lane, RenderOrder job) {}
}
