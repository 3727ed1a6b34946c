package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.LoadEnd;
import org.farfield.workstation.study.LoadListener;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.SeriesLoader;

/**
 * {@code farfield bench load}: how long a folder takes from its files to one volume, again and again in one process.
 */
final class BenchLoadCommand implements Subcommand {
    @Override
    public String name() {
        return "load";
    }

    @Override
    public String usage() {
        return "DIR [--runs N] [--raw FILE]   time reading the largest series under DIR into a volume;"
                + " compare its values with FILE (16 bits, little endian)";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of("--runs", "--raw"), Set.of());
        String folder = arguments.onlyWord("DIR");
        int runs = arguments.count("--runs", 7);
        Timings scan = new Timings("load.scan");
        Timings slices = new Timings("load.slices");
        Timings first = new Timings("load.first_slice");
        Timings total = new Timings("internal");
        Optional<Volume> last = Optional.empty();
        for (int run = -1; run < runs; run++) {
            last = Optional.empty();
            long begin = System.nanoTime();
            DisplaySet set = largest(OpenedPath.scan(List.of(folder)));
            long scanned = System.nanoTime();
            Stopwatch watch = new Stopwatch(err);
            Loading loading = SeriesLoader.forThisMachine().load(set, watch);
            LoadEnd end = loading.await();
            long done = System.nanoTime();
            if (end.read() < end.total()) {
                throw new Failed((end.total() - end.read()) + " of " + end.total() + " images could not be read");
            }
            last = Optional.of(loading.volume());
            if (run >= 0) {
                scan.addNanos(scanned - begin);
                slices.addNanos(done - scanned);
                first.addNanos(watch.first - begin);
                total.addNanos(done - begin);
            }
        }
        Volume volume = last.orElseThrow();
        for (Timings timings : List.of(scan, first, slices, total)) {
            out.println(timings);
        }
        out.println(memory(volume));
        if (arguments.value("--raw").isPresent()) {
            out.println(matches(volume, Path.of(arguments.required("--raw"))) ? "identical" : "DIFFERENT");
        }
        return ExitCode.OK;
    }

    private static DisplaySet largest(OpenedPath opened) throws Failed {
        return opened.series().stream()
                .flatMap(one -> one.sets().stream())
                .filter(DisplaySet::canLoad)
                .max(Comparator.comparingInt(set -> set.frames().size()))
                .orElseThrow(() -> new Failed("no series under the folder makes a volume"));
    }

    /** What the process holds after a collection; the volume is still in use. */
    private static String memory(Volume volume) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
        double voxels = volume.geometry().voxels() * 2 / 1048576.0;
        double held = volume.voxels().memory().byteSize() / 1048576.0;
        return String.format(
                Locale.ROOT,
                "INFO\tvoxels %.1f MB\tvolume in memory %.1f MB\theap in use after collection %.1f MB",
                voxels,
                held,
                heap);
    }

    private static boolean matches(Volume volume, Path raw) throws Failed {
        int columns = volume.geometry().columns();
        int perSlice = columns * volume.geometry().rows();
        try (FileChannel channel = FileChannel.open(raw)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ShortBuffer values = bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            boolean same = values.remaining() == volume.geometry().voxels();
            for (int i = 0; same && i < values.limit(); i++) {
                int inSlice = i % perSlice;
                double value = volume.value(inSlice % columns, inSlice / columns, i / perSlice);
                same = value == values.get(i);
            }
            return same;
        } catch (IOException e) {
            throw new Failed("cannot read " + raw + ": " + e.getMessage(), e);
        }
    }

    /** Notes when the first slice came. */
    private static final class Stopwatch implements LoadListener {
        private final PrintStream err;
        private volatile long first;

        Stopwatch(PrintStream err) {
            this.err = err;
        }

        @Override
        public synchronized void onSlice(int slice, int read, int total) {
            if (first == 0) {
                first = System.nanoTime();
            }
        }

        @Override
        public void onProblem(Problem problem) {
            err.println("farfield bench load: " + problem);
        }

        @Override
        public void onEnd(LoadEnd end) {}
    }
}
