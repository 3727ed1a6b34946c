package org.farfield.launcher.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instances of the scanner's archive that a storage system has still to take or to commit. The archive folder is
 * the queue: only so many names are kept in memory, the rest are looked for when these are done, and a ledger in the
 * folder says what was sent and committed, so that a scanner that starts again goes on where it ended. Any thread.
 *
 * <p>Ledger: a line {@code sent NAME} or {@code committed NAME} for each file, names relative to the folder.
 */
final class Outbox {
    private static final String LEDGER = "ledger.txt";

    private final Path folder;
    private final int most;
    private final SequencedSet<String> waiting = new LinkedHashSet<>();
    private final Set<String> sent = new LinkedHashSet<>();
    private final Set<String> committed = new HashSet<>();

    /** Whether the folder may hold files that wait and are not in memory. */
    private boolean spilled = true;

    /**
     * Reads the folder's ledger.
     *
     * @param most names to keep in memory
     */
    Outbox(Path folder, int most) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.most = most;
        try {
            Files.readAllLines(folder.resolve(LEDGER)).forEach(this::recall);
        } catch (NoSuchFileException none) {
            return;
        }
    }

    private void recall(String line) {
        String name = line.substring(line.indexOf(' ') + 1);
        (line.startsWith("sent ") ? sent : committed).add(name);
    }

    /** A new folder for the files of one study, {@code study-001} and so on. */
    static Path newStudy(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; ; number++) {
            Path study = folder.resolve(String.format(Locale.ROOT, "study-%03d", number));
            if (!Files.exists(study)) {
                return Files.createDirectory(study);
            }
        }
    }

    /** A whole file has come. */
    synchronized void add(Path file) {
        if (waiting.size() < most) {
            waiting.add(name(file));
        } else {
            spilled = true;
        }
    }

    /** The next files to send, so many at the most. */
    synchronized List<Path> next(int count) throws IOException {
        if (waiting.isEmpty() && spilled) {
            spilled = false;
            look();
        }
        return waiting.stream().limit(count).map(folder::resolve).toList();
    }

    private void look() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dcm"))
                    .sorted()
                    .toList()) {
                String name = name(file);
                if (!sent.contains(name)) {
                    spilled = spilled || waiting.size() >= most;
                    if (waiting.size() < most) {
                        waiting.add(name);
                    }
                }
            }
        }
    }

    /** The peer has taken a file. */
    synchronized void sent(Path file) throws IOException {
        String name = name(file);
        waiting.remove(name);
        if (sent.add(name)) {
            note("sent", List.of(name));
        }
    }

    /** The peer has not taken a file: the others come first. */
    synchronized void postpone(Path file) {
        if (waiting.remove(name(file))) {
            waiting.addLast(name(file));
        }
    }

    /** What was sent, is still here and is not committed yet. */
    synchronized List<Path> uncommitted() {
        List<Path> files = new ArrayList<>();
        for (String name : sent) {
            if (!committed.contains(name) && Files.exists(folder.resolve(name))) {
                files.add(folder.resolve(name));
            }
        }
        return files;
    }

    /** The peer is responsible for these from now on. */
    synchronized void committed(Collection<Path> files) throws IOException {
        List<String> names = files.stream().map(this::name).toList();
        committed.addAll(names);
        note("committed", names);
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private void note(String word, List<String> names) throws IOException {
        List<String> lines = names.stream().map(name -> word + " " + name).toList();
        Files.write(folder.resolve(LEDGER), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
