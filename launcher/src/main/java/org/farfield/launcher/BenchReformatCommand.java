package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.rendering.engine.ReformatBench;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;

/**
 * {@code farfield bench reformat}: how long each engine that works here takes for one picture ({@link ReformatBench}).
 */
final class BenchReformatCommand implements Subcommand {
    private static final int MAX_EDGE = 8192;

    @Override
    public String name() {
        return "reformat";
    }

    @Override
    public String usage() {
        return "[--raw FILE --dims X,Y,Z --spacing X,Y,Z] [--runs N] [--engine cpu|gpu]"
                + "   time reformats of FILE (16 bits signed, little endian) or of a made-up 512x512x400 volume";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments =
                Arguments.parse(args, Set.of("--raw", "--dims", "--spacing", "--runs", "--engine"), Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("expected no words, got '" + arguments.words().getFirst() + "'");
        }
        int runs = arguments.count("--runs", 25);
        List<Boolean> engines = arguments.value("--engine").isPresent()
                ? List.of(RenderOptions.gpu(arguments.required("--engine")))
                : List.of(false, true);
        Volume volume = volume(arguments, err);
        for (boolean gpu : engines) {
            try (EngineChoice choice =
                    EngineChoice.of(gpu, reason -> err.println("farfield bench reformat: " + reason))) {
                if (choice.isGpu() == gpu) {
                    out.println("INFO\t" + choice.name());
                    for (ReformatBench.Timing timing : new ReformatBench(choice.engine(), volume).run(runs)) {
                        out.println(line("reformat." + (gpu ? "gpu." : "cpu."), timing));
                    }
                }
            }
        }
        return ExitCode.OK;
    }

    private static String line(String prefix, ReformatBench.Timing t) {
        return String.format(
                Locale.ROOT,
                "RESULT\t%s%s\tmedian=%.2f ms\tmin=%.2f\tmax=%.2f\tn=%d",
                prefix,
                t.name(),
                t.medianMs(),
                t.minMs(),
                t.maxMs(),
                t.n());
    }

    private static Volume volume(Arguments arguments, PrintStream err) throws WrongUsage, Failed {
        boolean shaped = arguments.value("--dims").isPresent()
                && arguments.value("--spacing").isPresent();
        if (arguments.value("--raw").isPresent() && !shaped) {
            throw new WrongUsage("--raw FILE needs --dims X,Y,Z and --spacing X,Y,Z");
        }
        double[] size = Arguments.numbers("--dims", arguments.value("--dims").orElse("512,512,400"), ",", 3);
        for (double edge : size) {
            if (edge != Math.rint(edge) || edge < 1 || edge > MAX_EDGE) {
                throw new WrongUsage("--dims expects whole numbers of 1 to " + MAX_EDGE);
            }
        }
        double[] mm =
                Arguments.numbers("--spacing", arguments.value("--spacing").orElse("0.7,0.7,1"), ",", 3);
        for (double spacing : mm) {
            if (!(spacing > 0)) {
                throw new WrongUsage("--spacing expects numbers over 0");
            }
        }
        PatientVector spacing = new PatientVector(mm[0], mm[1], mm[2]);
        err.println("farfield bench reformat: preparing the volume");
        try {
            return arguments.value("--raw").isPresent()
                    ? ReformatBench.raw(
                            Path.of(arguments.required("--raw")), (int) size[0], (int) size[1], (int) size[2], spacing)
                    : ReformatBench.synthetic((int) size[0], (int) size[1], (int) size[2], spacing);
        } catch (IOException e) {
            throw new Failed("cannot read the volume: " + e, e);
        }
    }
}
