package org.farfield.workstation.study;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Looks through files and folders, however nested and mixed, what a DICOMDIR names first, and sorts the DICOM instances
 * among them into studies and series. Only headers are read, several files at once. What cannot be read becomes a
 * problem in the result; the rest goes on. Each scan is used once, by one thread.
 */
public final class FolderScan {
    private static final int FILES_PER_REPORT = 64;

    private final Semaphore permits;
    private final StudyTree tree = new StudyTree();
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ignored = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private int found;

    /** @param parallel how many files are open at once at the most */
    public FolderScan(int parallel) {
        permits = new Semaphore(parallel);
    }

    /** A scan that keeps this machine's processors busy and not more. */
    public static FolderScan forThisMachine() {
        return new FolderScan(2 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * Scans and waits for the end. A path that names a file itself must be DICOM; in folders, other files are only
     * counted.
     *
     * @throws InterruptedException when the calling thread is interrupted: the scan stops and its result is lost
     */
    public ScanResult scan(List<Path> paths, FolderScanListener listener) throws InterruptedException {
        Set<Path> named = Set.copyOf(paths);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                FileWalk walk =
                        new FileWalk(file -> submit(readers, file, named.contains(file), listener), problems::add);
                for (Path path : paths) {
                    for (Path listed : new MediaListing(problems::add).files(path)) {
                        walk.walk(listed);
                    }
                    walk.walk(path);
                }
            } catch (InterruptedException e) {
                readers.shutdownNow();
                throw e;
            }
        }
        List<Study> studies = tree.studies();
        listener.onProgress(found, read.get(), studies);
        return new ScanResult(studies, new Problems(sorted(studies), ignored.get()));
    }

    private void submit(ExecutorService readers, Path file, boolean named, FolderScanListener listener) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        readers.execute(() -> {
            try {
                accept(file, HeaderReader.read(file), named);
            } finally {
                permits.release();
            }
        });
        if (++found % FILES_PER_REPORT == 0) {
            listener.onProgress(found, read.get(), tree.studies());
        }
    }

    private void accept(Path file, Header header, boolean named) {
        switch (header) {
            case Header.Found instance -> tree.add(instance);
            case Header.Bad bad -> problems.add(bad.problem());
            case Header.Directory directory -> ignored.incrementAndGet();
            case Header.NotDicom other -> {
                if (named) {
                    problems.add(new Problem(file, Problem.Kind.NOT_DICOM, "it is no DICOM file"));
                } else {
                    ignored.incrementAndGet();
                }
            }
        }
        read.incrementAndGet();
    }

    private List<Problem> sorted(List<Study> studies) {
        Stream<Problem> ofSeries = studies.stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.problems().stream());
        return Stream.concat(problems.stream(), ofSeries)
                .sorted(Comparator.comparing(Problem::file))
                .toList();
    }
}
