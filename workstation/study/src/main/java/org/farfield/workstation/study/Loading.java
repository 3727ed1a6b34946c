package org.farfield.workstation.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.farfield.dicom.DicomException;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.SliceResampler;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/** One display set on its way from its files into a volume. Any thread may ask and cancel. */
public final class Loading implements AutoCloseable {
    private final List<Frame> frames;
    private final List<Integer> order;
    private final VoxelPlan plan;
    private final Volume volume;
    private final Target target;
    private final LoadListener listener;
    private final LoadOrder sequence;
    private final StoredValues values;
    private final long begin;
    private final FrameDecoder decoder = new FrameDecoder();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger running;
    private final List<Problem> problems = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<LoadEnd> end = new AtomicReference<>();
    private volatile boolean cancelled;

    Loading(DisplaySet set, int decoders, LoadListener listener, long begin) {
        this.frames = set.frames();
        this.listener = listener;
        this.begin = begin;
        this.running = new AtomicInteger(decoders);
        List<StoredValues> images =
                frames.stream().map(frame -> frame.values().orElseThrow()).toList();
        this.plan = VoxelPlan.of(images);
        Stacking stacking = set.stacking();
        VolumeGeometry geometry;
        switch (stacking) {
            case Stacking.Even even -> {
                geometry = even.geometry();
                order = even.order();
            }
            case Stacking.Uneven uneven -> {
                geometry = uneven.geometry();
                order = uneven.order();
            }
            case Stacking.Refused refused -> throw new IllegalArgumentException(refused.message());
        }
        this.volume =
                new Volume(geometry, plan.type(), plan.step(), plan.padding(), plan.unit(), GeometryNote.of(stacking));
        this.target = Target.of(stacking, volume);
        this.values = images.get(order.get(order.size() / 2));
        this.sequence = new LoadOrder(order.size());
        volume.onSlice(slice -> listener.onSlice(slice, done.get(), order.size()));
    }

    /** The volume that is being filled. */
    public Volume volume() {
        return volume;
    }

    /** What the middle image says of its values: the window to begin with, and whether low is white. */
    public StoredValues values() {
        return values;
    }

    /** Whether the images' rescaling differs, so that their values were brought to one common step. */
    public boolean rescaled() {
        return plan.rescaled();
    }

    /** Fetches what this slice of the volume needs next, since somebody looks at it. */
    public void prefer(int slice) {
        sequence.prefer(target.sources(slice));
    }

    /** Stops after the slices that are being decoded now; what has come stays in the volume. */
    public void cancel() {
        cancelled = true;
    }

    /** Cancels. */
    @Override
    public void close() {
        cancel();
    }

    /** Waits until the listener has been told of the end, and tells it too. */
    public LoadEnd await() throws InterruptedException {
        ended.await();
        return java.util.Objects.requireNonNull(end.get());
    }

    /** What one decoder thread does from beginning to end. */
    void work() {
        try {
            FrameDecoder.ReadBuffer buffer = new FrameDecoder.ReadBuffer();
            OptionalInt next = sequence.take();
            while (next.isPresent() && !cancelled) {
                fetch(next.getAsInt(), buffer);
                next = sequence.take();
            }
        } finally {
            if (running.decrementAndGet() == 0) {
                finish();
            }
        }
    }

    private void fetch(int place, FrameDecoder.ReadBuffer buffer) {
        int input = order.get(place);
        Frame frame = frames.get(input);
        try {
            short[] voxels = decoder.decode(frame, buffer);
            plan.apply(frame.values().orElseThrow(), voxels);
            done.incrementAndGet();
            target.put(place, input, voxels);
        } catch (DicomException e) {
            boolean unknown = e.reason() == DicomException.Reason.UNSUPPORTED;
            fail(frame, unknown ? Problem.Kind.UNSUPPORTED : Problem.Kind.MALFORMED, HeaderReader.cause(e));
        } catch (IOException e) {
            fail(frame, Problem.Kind.UNREADABLE, FileWalk.cause(e));
        } catch (RuntimeException e) {
            fail(frame, Problem.Kind.MALFORMED, "it breaks the decoder: " + e);
        } catch (OutOfMemoryError e) {
            cancel();
            fail(frame, Problem.Kind.UNREADABLE, "there is not enough memory to decode it");
        }
    }

    private void fail(Frame frame, Problem.Kind kind, String cause) {
        Problem problem = new Problem(frame.file(), kind, cause);
        synchronized (problems) {
            problems.add(problem);
        }
        done.incrementAndGet();
        listener.onProblem(problem);
    }

    private void finish() {
        List<Problem> sorted;
        synchronized (problems) {
            sorted = problems.stream()
                    .sorted(Comparator.comparing(Problem::file))
                    .toList();
        }
        int total = order.size();
        LoadEnd result = new LoadEnd(
                cancelled && done.get() < total,
                done.get() - sorted.size(),
                total,
                System.nanoTime() - begin,
                new Problems(sorted, 0));
        end.set(result);
        try {
            listener.onEnd(result);
        } finally {
            ended.countDown();
        }
    }

    /** Where a decoded source slice goes. */
    private interface Target {
        void put(int place, int input, short[] voxels);

        /** Which source slices a slice of the volume is made of. */
        int[] sources(int slice);

        static Target of(Stacking stacking, Volume volume) {
            return stacking instanceof Stacking.Uneven uneven ? new Resampled(uneven, volume) : new Direct(volume);
        }
    }

    private record Direct(Volume volume) implements Target {
        @Override
        public void put(int place, int input, short[] voxels) {
            volume.put(place, voxels);
        }

        @Override
        public int[] sources(int slice) {
            return new int[] {slice};
        }
    }

    private record Resampled(Stacking.Uneven stacking, SliceResampler resampler) implements Target {
        Resampled(Stacking.Uneven stacking, Volume volume) {
            this(stacking, new SliceResampler(stacking, volume));
        }

        @Override
        public void put(int place, int input, short[] voxels) {
            resampler.put(input, voxels.clone());
        }

        @Override
        public int[] sources(int slice) {
            double mm = slice * stacking.geometry().sliceSpacingMm();
            List<Double> positions = stacking.positionsMm();
            int above = 0;
            while (above < positions.size() - 1 && positions.get(above) < mm) {
                above++;
            }
            return new int[] {Math.max(0, above - 1), above};
        }
    }
}
