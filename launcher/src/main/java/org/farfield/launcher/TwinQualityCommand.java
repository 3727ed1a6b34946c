package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.remote.twin.quality.QualityReport;

/** {@code farfield twin quality}: the twin measured on its quality phantom. */
final class TwinQualityCommand implements Subcommand {
    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String usage() {
        return "  measure the twin on its quality phantom: beam, water, plastics, kernels, noise, slice thickness,"
                + " places";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage {
        Arguments arguments = Arguments.parse(args, Set.of(), Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + arguments.words().getFirst() + "'");
        }
        QualityReport.write(Math.max(1, Runtime.getRuntime().availableProcessors()), out::println);
        return ExitCode.OK;
    }
}
