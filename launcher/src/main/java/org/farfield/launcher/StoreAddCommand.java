package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.farfield.workstation.study.media.ZipImport;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store add}: copies files into the store. */
final class StoreAddCommand implements Subcommand {
    @Override
    public String name() {
        return "add";
    }

    @Override
    public String usage() {
        return "PATH... " + StoreCommands.USAGE
                + " [--json]   copy DICOM files, folders and ZIP archives into the study store";
    }

    private static List<Path> archives(Arguments arguments) throws WrongUsage {
        List<Path> archives = new ArrayList<>();
        for (String word : arguments.words()) {
            if (word.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                archives.add(DicomFiles.path(word));
            }
        }
        return archives;
    }

    private static List<Path> files(Arguments arguments, List<Path> archives) throws WrongUsage, Failed {
        List<String> words = new ArrayList<>(arguments.words());
        archives.forEach(archive -> words.remove(archive.toString()));
        return words.isEmpty() && !archives.isEmpty()
                ? List.of()
                : DicomFiles.of(new Arguments(words, Map.of(), Set.of())).paths();
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of("--json"));
        List<Path> archives = archives(arguments);
        int added = 0;
        int known = 0;
        int failed = 0;
        try (StudyStore store = StoreCommands.open(arguments)) {
            for (Path archive : archives) {
                ZipImport.Outcome outcome = ZipImport.USUAL.into(store, archive);
                added += outcome.added();
                known += outcome.known();
                failed += outcome.problems().size();
                outcome.problems().forEach(text -> err.println("farfield store add: " + archive + ": " + text));
            }
            for (Path file : files(arguments, archives)) {
                try {
                    if (store.add(file)) {
                        added++;
                    } else {
                        known++;
                    }
                } catch (IOException e) {
                    failed++;
                    err.println("farfield store add: " + file + ": " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        if (arguments.has("--json")) {
            out.println(new JsonLine().put("added", added).put("known", known).put("failed", failed));
        } else {
            out.println(added + " instances added, " + known + " were there already, " + failed + " refused");
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
