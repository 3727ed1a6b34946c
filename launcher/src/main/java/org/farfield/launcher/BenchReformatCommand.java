package org.farfield.launcher;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.rendering.volume.Volume;

/** {@code farfield bench reformat}: how long each engine that works here takes for one reformat. */
final class BenchReformatCommand implements Subcommand {
    @Override
    public String name() {
        return "reformat";
    }

    @Override
    public String usage() {
        return BenchVolume.USAGE + " [--runs N] [--engine cpu|gpu]"
                + "   time reformats of FILE (16 bits signed, little endian) or of a made-up 512x512x400 volume";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Set<String> valued = new HashSet<>(BenchVolume.OPTIONS);
        valued.addAll(Set.of("--runs", "--engine"));
        Arguments arguments = Arguments.parse(args, valued, Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("expected no words, got '" + arguments.words().getFirst() + "'");
        }
        int runs = arguments.count("--runs", 25);
        List<Boolean> engines = BenchRenderCommand.engines(arguments);
        err.println("farfield bench reformat: preparing the volume");
        Volume volume = BenchVolume.of(arguments);
        for (boolean gpu : engines) {
            try (EngineChoice choice =
                    EngineChoice.of(gpu, reason -> err.println("farfield bench reformat: " + reason))) {
                if (choice.isGpu() == gpu) {
                    out.println("INFO\t" + choice.name());
                    new BenchRounds(choice.engine(), Optional.empty(), out)
                            .run(ReformatCases.of(volume), runs, gpu ? "reformat.gpu." : "reformat.cpu.");
                }
            }
        }
        return ExitCode.OK;
    }
}
