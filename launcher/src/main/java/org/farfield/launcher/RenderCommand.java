package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.farfield.launcher.OpenedPath.Opened;
import org.farfield.rendering.engine.CalibratedEngine;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderException;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.LoadEnd;
import org.farfield.workstation.study.LoadListener;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.SeriesLoader;

/** {@code farfield render}: one reformat of one series as a PNG file. Needs no display. */
final class RenderCommand implements Subcommand {
    @Override
    public String name() {
        return "render";
    }

    @Override
    public String usage() {
        return "PATH... [--series UID] --plane axial|coronal|sagittal|oblique:DEGX,DEGY [--at X,Y,Z]"
                + " [--slab MM --projection mip|minip|mean] [--window C,W[:exact|sigmoid]] [--size WxH] [--mm-per-pixel S]"
                + " [--engine cpu|gpu] [--gsdf LMIN,LMAX[,EXPONENT]|FILE] --out FILE.png   draw one plane";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        RenderOptions options = RenderOptions.parse(args);
        OpenedPath opened = OpenedPath.scan(options.paths());
        opened.result().problems().list().forEach(problem -> err.println("farfield render: " + problem));
        DisplaySet set = choose(opened.series(), options.series());
        try (Loading loading = SeriesLoader.forThisMachine().load(set, new Reporter(err));
                EngineChoice engine =
                        EngineChoice.of(options.gpu(), reason -> err.println("farfield render: " + reason))) {
            LoadEnd end = loading.await();
            if (end.read() == 0) {
                throw new Failed("none of the " + end.total() + " images could be decoded");
            }
            ReformatRequest request = request(options, loading);
            int[] argb = new int[request.pixels()];
            long begin = System.nanoTime();
            engine.render(request, argb);
            options.display().ifPresent(display -> CalibratedEngine.drive(display, argb));
            double ms = (System.nanoTime() - begin) / 1e6;
            Path file = GreyPng.write(argb, request.width(), request.height(), options.out());
            out.println(line(set, request, end, engine, ms, file));
            return ExitCode.OK;
        } catch (RenderException | IllegalArgumentException e) {
            throw new Failed("this picture cannot be drawn: " + e.getMessage(), e);
        }
    }

    private static DisplaySet choose(List<Opened> all, Optional<String> uid) throws Failed {
        List<Opened> candidates = all.stream()
                .filter(one -> uid.map(one.series().uid()::equals).orElse(true))
                .toList();
        if (candidates.isEmpty()) {
            throw new Failed(uid.map(wanted -> "there is no series " + wanted + " under the path")
                    .orElse("there is no DICOM series under the path"));
        }
        List<DisplaySet> sets =
                candidates.stream().flatMap(one -> one.sets().stream()).toList();
        Optional<DisplaySet> largest = sets.stream()
                .filter(DisplaySet::canLoad)
                .max(Comparator.comparingInt(set -> set.frames().size()));
        String reasons = sets.stream()
                .flatMap(set -> set.stacking() instanceof Stacking.Refused refused
                        ? Stream.of(refused.message())
                        : Stream.empty())
                .distinct()
                .collect(Collectors.joining("; "));
        return largest.orElseThrow(() -> new Failed(
                "no series makes a volume" + (reasons.isEmpty() ? ": there are no images" : ": " + reasons)));
    }

    private static ReformatRequest request(RenderOptions options, Loading loading) {
        ImagePlane plane = options.plane(loading.volume().geometry());
        VoiTransform window =
                options.window().or(() -> loading.values().window()).orElse(new VoiTransform.Window(40, 400));
        return new ReformatRequest(
                loading.volume(),
                plane,
                options.width(),
                options.height(),
                options.slab(),
                Interpolation.LINEAR,
                window,
                loading.values().lowIsWhite());
    }

    private static String line(
            DisplaySet set, ReformatRequest request, LoadEnd end, EngineChoice engine, double ms, Path file) {
        ImagePlane plane = request.plane();
        return new JsonLine()
                .put("file", file.toString())
                .put("engine", engine.name())
                .put("ms", Double.parseDouble(String.format(Locale.ROOT, "%.3f", ms)))
                .put("loadMs", end.nanos() / 1_000_000)
                .put("seriesUid", set.series().uid())
                .put("size", List.of(request.width(), request.height()))
                .put("mmPerPixel", plane.mmPerPixel())
                .put("center", new double[] {
                    plane.center().x(), plane.center().y(), plane.center().z()
                })
                .put("slicesRead", end.read())
                .put("slices", end.total())
                .toString();
    }

    private record Reporter(PrintStream err) implements LoadListener {
        @Override
        public void onSlice(int slice, int read, int total) {}

        @Override
        public void onProblem(Problem problem) {
            err.println("farfield render: " + problem);
        }

        @Override
        public void onEnd(LoadEnd end) {}
    }
}
