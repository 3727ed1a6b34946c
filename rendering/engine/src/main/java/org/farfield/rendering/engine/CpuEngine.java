package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The reference engine: plain Java on a fixed number of threads, the caller's being one of them.
 *
 * <p>Threads take bands of rows from a common counter, so that a row that crosses little of the volume delays nobody. A
 * picture is computed in single precision, positions in double.
 */
public final class CpuEngine implements RenderEngine {

    private static final int BAND_ROWS = 8;

    private final int threads;
    private final ExecutorService crew;
    private final VolumeStore volumes = new VolumeStore();

    /** @param threads how many draw one picture together, 1 or more */
    public CpuEngine(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.threads = threads;
        this.crew = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("farfield-cpu-", 1).factory());
    }

    /** As many threads as the machine has processors. */
    public static CpuEngine forThisMachine() {
        return new CpuEngine(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String name() {
        return "CPU (" + threads + (threads == 1 ? " thread)" : " threads)");
    }

    @Override
    public boolean draws(RenderRequest request) {
        return switch (request) {
            case ReformatRequest reformat -> true;
            case CurvedRequest curved -> true;
            case FusedRequest fused -> true;
            case VolumeRequest volume -> true;
            default -> false;
        };
    }

    private PicturePainter painter(RenderRequest request) {
        return switch (request) {
            case VolumeRequest volume -> VolumePainters.of(volume, volumes);
            case ReformatRequest reformat -> new Reformatter(reformat);
            case CurvedRequest curved -> new CurvedPainter(curved);
            case FusedRequest fused -> new FusedPainter(fused, painter(fused.base()));
            default ->
                throw new RenderException(
                        "the CPU does not draw " + request.getClass().getSimpleName());
        };
    }

    @Override
    public synchronized void render(RenderRequest request, int[] argb) {
        if (argb.length < request.pixels()) {
            throw new IllegalArgumentException(argb.length + " pixels for " + request.width() + "x" + request.height());
        }
        PicturePainter painter = painter(request);
        AtomicInteger nextRow = new AtomicInteger();
        Runnable work = () -> drawBands(painter, request.height(), nextRow, argb);
        List<Future<?>> others = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            others.add(crew.submit(work));
        }
        work.run();
        for (Future<?> other : others) {
            await(other);
        }
    }

    private static void drawBands(PicturePainter painter, int height, AtomicInteger nextRow, int[] argb) {
        PicturePainter.Brush brush = painter.brush();
        int from = nextRow.getAndAdd(BAND_ROWS);
        while (from < height) {
            brush.draw(from, Math.min(height, from + BAND_ROWS), argb);
            from = nextRow.getAndAdd(BAND_ROWS);
        }
    }

    /** Waits to the end even when interrupted: until then the other threads write into the caller's picture. */
    private static void await(Future<?> other) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new RenderException("drawing failed: " + e.getCause(), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        crew.shutdownNow();
    }
}
