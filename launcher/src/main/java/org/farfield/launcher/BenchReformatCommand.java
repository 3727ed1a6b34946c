package org.farfield.launcher;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * {@code farfield bench reformat}: how long each engine takes for one picture. The geometry is that of the peers'
 * harness: field of view 358.4 mm square round the volume's centre, turned by 30 degrees about x and y and by 0.1
 * degree more with each picture, so that nothing is ever cached.
 */
final class BenchReformatCommand implements Subcommand {
    private static final double FIELD_OF_VIEW_MM = 358.4;
    private static final int WARM_UP = 5;

    @Override
    public String name() {
        return "reformat";
    }

    @Override
    public String usage() {
        return "[--raw FILE --dims X,Y,Z --spacing X,Y,Z] [--runs N]   time reformats of FILE (16 bits signed, little endian)"
                + " or of a made-up 512x512x400 volume";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--raw", "--dims", "--spacing", "--runs"), Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("expected no words, got '" + arguments.words().getFirst() + "'");
        }
        int runs = arguments.count("--runs", 25);
        BenchVolume source = BenchVolume.parse(arguments);
        err.println("farfield bench reformat: preparing the volume");
        Volume volume = source.volume();
        for (boolean gpu : new boolean[] {false, true}) {
            try (EngineChoice engine =
                    EngineChoice.of(gpu, reason -> err.println("farfield bench reformat: " + reason))) {
                if (gpu && !engine.isGpu()) {
                    continue;
                }
                out.println("INFO\t" + engine.name());
                for (Case work : cases(volume)) {
                    out.println(time(engine, work, runs, gpu ? "gpu" : "cpu"));
                }
            }
        }
        return ExitCode.OK;
    }

    private static Timings time(EngineChoice engine, Case work, int runs, String engineName) {
        Timings timings = new Timings("reformat." + engineName + "." + work.name());
        for (int i = -WARM_UP; i < runs; i++) {
            ReformatRequest request = work.frame().apply(i + WARM_UP);
            int[] argb = new int[request.pixels()];
            long begin = System.nanoTime();
            engine.render(request, argb);
            if (i >= 0) {
                timings.addNanos(System.nanoTime() - begin);
            }
        }
        return timings;
    }

    private static List<Case> cases(Volume volume) {
        PatientPoint center = volume.geometry().center();
        List<Case> cases = new ArrayList<>();
        for (int edge : new int[] {512, 1024}) {
            cases.add(new Case("oblique_" + edge, i -> request(volume, oblique(center, edge, i), edge, Slab.NONE)));
        }
        double mm = FIELD_OF_VIEW_MM / 512;
        cases.add(new Case("axial_512", i -> request(volume, moved(ImagePlane.axial(center, mm), i), 512, Slab.NONE)));
        cases.add(new Case(
                "coronal_512", i -> request(volume, moved(ImagePlane.coronal(center, mm), i), 512, Slab.NONE)));
        cases.add(new Case(
                "sagittal_512", i -> request(volume, moved(ImagePlane.sagittal(center, mm), i), 512, Slab.NONE)));
        for (Projection projection : Projection.values()) {
            String name = "oblique_slab20_" + projection.name().toLowerCase(Locale.ROOT) + "_512";
            cases.add(new Case(name, i -> request(volume, oblique(center, 512, i), 512, new Slab(20, projection))));
        }
        return cases;
    }

    private static ImagePlane oblique(PatientPoint center, int edge, int frame) {
        double degrees = 30 + 0.1 * (frame % 50);
        return ImagePlane.oblique(center, degrees, degrees, FIELD_OF_VIEW_MM / edge);
    }

    private static ImagePlane moved(ImagePlane plane, int frame) {
        return plane.shifted((frame % 41 - 20) * plane.mmPerPixel());
    }

    private static ReformatRequest request(Volume volume, ImagePlane plane, int edge, Slab slab) {
        return new ReformatRequest(
                volume, plane, edge, edge, slab, Interpolation.LINEAR, new VoiTransform.Window(40, 400), false);
    }

    private record Case(String name, IntFunction<ReformatRequest> frame) {}
}
