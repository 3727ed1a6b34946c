package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.remote.twin.TwinBench;

/**
 * {@code farfield bench twin}: how long the scanner twin takes for a chest slice of 512 x 512 from 720 views, and the
 * memory it holds.
 */
final class BenchTwinCommand implements Subcommand {
    @Override
    public String name() {
        return "twin";
    }

    @Override
    public String usage() {
        return "[--slices N] [--threads N]   time the scanner twin's slices";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage {
        Arguments arguments = Arguments.parse(args, Set.of("--slices", "--threads"), Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + arguments.words().getFirst() + "'");
        }
        TwinBench.Outcome outcome = TwinBench.run(arguments.count("--threads", 2), arguments.count("--slices", 40));
        print(out, "twin.reconstruct", outcome.reconstruct());
        print(out, "twin.slice", outcome.slice());
        out.println(String.format(Locale.ROOT, "RESULT\ttwin.memory\theap=%.0f MB", outcome.heapBytes() / 1e6));
        return ExitCode.OK;
    }

    private static void print(PrintStream out, String name, List<Long> nanos) {
        Timings timings = new Timings(name);
        nanos.forEach(timings::addNanos);
        out.println(timings);
    }
}
