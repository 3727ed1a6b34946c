package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store reindex}: makes the index anew from the files alone. */
final class StoreReindexCommand implements Subcommand {
    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public String usage() {
        return StoreCommands.USAGE + " [--json]   make the index anew from the files; every study is unread then";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, StoreCommands.FOLDER, Set.of("--json"));
        try (StudyStore store = StoreCommands.open(arguments)) {
            StudyStore.Changes changes = store.reindex();
            changes.problems().forEach(problem -> err.println("farfield store reindex: " + problem));
            if (arguments.has("--json")) {
                out.println(new JsonLine()
                        .put("indexed", changes.added())
                        .put("problems", changes.problems().size()));
            } else {
                out.println(changes.added() + " instances indexed, "
                        + changes.problems().size() + " files that cannot be");
            }
            return changes.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }
}
