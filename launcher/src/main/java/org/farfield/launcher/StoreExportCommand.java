package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.media.StudyExport;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store export}: studies of the store as a folder, a ZIP archive or a disc. */
final class StoreExportCommand implements Subcommand {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "STUDY-UID... --out PATH [--disc [--label ID]] " + StoreCommands.USAGE
                + " [--json]   copies of studies in a new folder, or a ZIP archive when PATH ends in .zip; --disc: with"
                + " a DICOMDIR";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(StoreCommands.FOLDER);
        names.addAll(Set.of("--out", "--label"));
        Arguments arguments = Arguments.parse(args, names, Set.of("--disc", "--json"));
        if (arguments.words().isEmpty()) {
            throw new WrongUsage("expected the UID of a study");
        }
        Path to = DicomFiles.path(arguments.required("--out"));
        List<Path> files = new ArrayList<>();
        try (StudyStore store = StoreCommands.open(arguments)) {
            for (String uid : arguments.words()) {
                List<Path> study = store.files(uid);
                if (study.isEmpty()) {
                    throw new Failed("the store has no study " + uid);
                }
                files.addAll(study);
            }
            return MediaReport.write(
                    arguments,
                    "store export",
                    err,
                    out,
                    to,
                    medium -> arguments.has("--disc")
                            ? StudyExport.disc(files, MediaReport.label(arguments), medium)
                            : StudyExport.copies(files, medium));
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
