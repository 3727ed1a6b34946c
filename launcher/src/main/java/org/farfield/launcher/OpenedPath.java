package org.farfield.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.DisplaySets;
import org.farfield.workstation.study.FolderScan;
import org.farfield.workstation.study.FolderScanListener;
import org.farfield.workstation.study.Instance;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.ScanResult;
import org.farfield.workstation.study.Series;
import org.farfield.workstation.study.Study;

/** What a command line's paths turned out to hold. */
record OpenedPath(ScanResult result) {
    static OpenedPath scan(List<String> paths) throws WrongUsage, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            try {
                files.add(Path.of(path));
            } catch (InvalidPathException e) {
                throw new WrongUsage("'" + path + "' is no path: " + e.getReason());
            }
        }
        return new OpenedPath(FolderScan.forThisMachine().scan(files, FolderScanListener.none()));
    }

    /** One series with its study and what it shows. */
    record Opened(Study study, Series series, List<DisplaySet> sets) {
        /** Folders that hold its files. */
        Set<Path> folders() {
            return series.instances().stream()
                    .map(Instance::file)
                    .map(Path::getParent)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    List<Opened> series() {
        return result.studies().stream()
                .flatMap(study ->
                        study.series().stream().map(series -> new Opened(study, series, DisplaySets.of(series))))
                .toList();
    }

    /** Those of the named paths, and of what lies under them, that the operating system does not give. */
    List<Problem> unreadable() {
        return result.problems().list().stream()
                .filter(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                .toList();
    }

    /**
     * Problems of files that no series could take in, but that lie where the series' files lie: most likely they were
     * meant to be part of it.
     */
    List<Problem> strayProblems(Opened series) {
        Set<Problem> known = result.studies().stream()
                .flatMap(study -> study.series().stream())
                .map(Series::problems)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Set<Path> folders = series.folders();
        return result.problems().list().stream()
                .filter(problem -> !known.contains(problem))
                .filter(problem -> folders.contains(problem.file().getParent()))
                .toList();
    }
}
