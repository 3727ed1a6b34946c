package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store add}: copies files into the store. */
final class StoreAddCommand implements Subcommand {
    @Override
    public String name() {
        return "add";
    }

    @Override
    public String usage() {
        return "PATH... " + StoreCommands.USAGE + " [--json]   copy DICOM files into the study store";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of("--json"));
        DicomFiles files = DicomFiles.of(arguments);
        int added = 0;
        int known = 0;
        int failed = 0;
        try (StudyStore store = StoreCommands.open(arguments)) {
            for (Path file : files.paths()) {
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
