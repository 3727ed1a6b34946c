package org.farfield.launcher;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.rendering.volume.Volume;

/**
 * {@code farfield bench render}: how long each engine takes for a frame of every {@link BenchCases case}, and with
 * {@code --against-vtk} how long VTK takes for the same work in the same run.
 */
final class BenchRenderCommand implements Subcommand {
    private static final String VTK = "--against-vtk";

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String usage() {
        return BenchVolume.USAGE + " [--engine cpu|gpu] [--frames N] [--only TEXT] [--against-vtk]"
                + "   time pictures of FILE (16 bits signed, little endian) or of a made-up 512x512x400 volume;"
                + " with --against-vtk beside VTK (python3-vtk9)";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Set<String> valued = new HashSet<>(BenchVolume.OPTIONS);
        valued.addAll(Set.of("--engine", "--frames", "--only"));
        Arguments arguments = Arguments.parse(args, valued, Set.of(VTK));
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("expected no words, got '" + arguments.words().getFirst() + "'");
        }
        int frames = arguments.count("--frames", 24);
        List<Boolean> engines = engines(arguments);
        err.println("farfield bench render: preparing the volume");
        Volume volume = BenchVolume.of(arguments);
        String only = arguments.value("--only").orElse("");
        List<BenchCase> cases = BenchCases.all(volume).stream()
                .filter(one -> one.name().contains(only))
                .toList();
        Optional<VtkPeer> peer = arguments.has(VTK) ? Optional.of(VtkPeer.start(volume, out)) : Optional.empty();
        try {
            for (boolean gpu : engines) {
                run(gpu, cases, frames, peer, out, err);
            }
        } finally {
            peer.ifPresent(VtkPeer::close);
        }
        return ExitCode.OK;
    }

    static List<Boolean> engines(Arguments arguments) throws WrongUsage {
        return arguments.value("--engine").isPresent()
                ? List.of(RenderOptions.gpu(arguments.required("--engine")))
                : List.of(false, true);
    }

    private static void run(
            boolean gpu, List<BenchCase> cases, int frames, Optional<VtkPeer> peer, PrintStream out, PrintStream err)
            throws Failed {
        try (EngineChoice choice = EngineChoice.of(gpu, reason -> err.println("farfield bench render: " + reason))) {
            if (choice.isGpu() == gpu) {
                out.println("INFO\t" + choice.name());
                new BenchRounds(choice.engine(), peer, out).run(cases, frames, gpu ? "farfield.gpu." : "farfield.cpu.");
            }
        }
    }
}
