package org.farfield.launcher;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farfield.launcher.OpenedPath.Opened;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.VolumeMemoryException;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.LoadEnd;
import org.farfield.workstation.study.LoadListener;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.SeriesLoader;

/** One series from a command line's paths, whole in memory. */
record LoadedSeries(DisplaySet set, Loading loading, LoadEnd end) implements AutoCloseable {

    /** @param uid which series; the one with most images where it is empty */
    static LoadedSeries load(List<String> paths, Optional<String> uid, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        OpenedPath opened = OpenedPath.scan(paths);
        opened.result().problems().list().forEach(problem -> err.println("farfield render: " + problem));
        DisplaySet set = choose(opened.series(), uid);
        Loading loading;
        try {
            loading = SeriesLoader.forThisMachine().load(set, new Reporter(err));
        } catch (VolumeMemoryException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        LoadEnd end = loading.await();
        if (end.read() == 0) {
            throw new Failed("none of the " + end.total() + " images could be decoded");
        }
        return new LoadedSeries(set, loading, end);
    }

    private static DisplaySet choose(List<Opened> all, Optional<String> uid) throws Failed {
        List<Opened> candidates = all.stream()
                .filter(one -> uid.map(one.series().uid()::equals).orElse(true))
                .toList();
        if (candidates.isEmpty()) {
            throw new Failed(uid.map(wanted -> "there is no series " + wanted + " under the path")
                    .orElse("there is no DICOM series under the path"));
        }
        List<DisplaySet> sets =
                candidates.stream().flatMap(one -> one.sets().stream()).toList();
        Optional<DisplaySet> largest = sets.stream()
                .filter(DisplaySet::canLoad)
                .max(Comparator.comparingInt(set -> set.frames().size()));
        String reasons = sets.stream()
                .flatMap(set -> set.stacking() instanceof Stacking.Refused refused
                        ? Stream.of(refused.message())
                        : Stream.empty())
                .distinct()
                .collect(Collectors.joining("; "));
        return largest.orElseThrow(() -> new Failed(
                "no series makes a volume" + (reasons.isEmpty() ? ": there are no images" : ": " + reasons)));
    }

    @Override
    public void close() {
        loading.close();
    }

    private record Reporter(PrintStream err) implements LoadListener {
        @Override
        public void onSlice(int slice, int read, int total) {}

        @Override
        public void onProblem(Problem problem) {
            err.println("farfield render: " + problem);
        }

        @Override
        public void onEnd(LoadEnd end) {}
    }
}
