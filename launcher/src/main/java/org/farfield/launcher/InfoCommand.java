package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.launcher.OpenedPath.Opened;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.Problems;

/** {@code farfield info}: which series lie under some paths, and what is wrong with them. Reads headers only. */
final class InfoCommand implements Subcommand {
    @Override
    public String name() {
        return "info";
    }

    @Override
    public String usage() {
        return "PATH... [--json]   list the series under PATH, one JSON line each";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of(), Set.of("--json"));
        if (arguments.words().isEmpty()) {
            throw new WrongUsage("expected a file or a folder");
        }
        OpenedPath opened = OpenedPath.scan(arguments.words());
        List<Opened> series = opened.series();
        for (Opened one : series) {
            SeriesDescription description = new SeriesDescription(one, opened.strayProblems(one));
            out.println(arguments.has("--json") ? description.json() : description.text());
        }
        Problems problems = opened.result().problems();
        for (Problem problem : problems.list()) {
            err.println("farfield info: " + problem);
        }
        if (series.isEmpty()) {
            err.println("farfield info: no DICOM series found, " + problems.ignored() + " other files passed over");
            return ExitCode.FAILED;
        }
        return opened.unreadable().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
