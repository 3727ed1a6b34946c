package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.rendering.engine.CalibratedEngine;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.engine.FusedRequest;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderException;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/** {@code farfield render}: one reformat of one series as a PNG file. Needs no display. */
final class RenderCommand implements Subcommand {
    @Override
    public String name() {
        return "render";
    }

    @Override
    public String usage() {
        return "PATH... [--series UID] --plane axial|coronal|sagittal|oblique:DEGX,DEGY [--at X,Y,Z]"
                + " [--slab MM --projection mip|minip|mean] [--interpolation nearest|linear|cubic]"
                + " [--window C,W[:exact|sigmoid]] [--size WxH]"
                + " [--mm-per-pixel S] [--curve \"X,Y,Z X,Y,Z ...\" --curved straightened|stretched|section:MM]"
                + " [--fuse PATH [--opacity A] [--fuse-range LOW,HIGH] [--suv bw|lbm|bsa]]"
                + " [--engine cpu|gpu] [--gsdf LMIN,LMAX[,EXPONENT]|FILE] --out FILE.png   draw one picture; or in place of --plane "
                + VolumeOptions.USAGE + "   the whole volume";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        RenderOptions options = RenderOptions.parse(args);
        try (LoadedSeries series = LoadedSeries.load(options.paths(), options.series(), err);
                EngineChoice engine =
                        EngineChoice.of(options.gpu(), reason -> err.println("farfield render: " + reason))) {
            RenderRequest request = request(options, series);
            if (options.fusion().isPresent()) {
                request = fused(request, options.fusion().get(), err);
            }
            int[] argb = new int[request.pixels()];
            long begin = System.nanoTime();
            engine.render(request, argb);
            options.display().ifPresent(display -> CalibratedEngine.drive(display, argb));
            double ms = (System.nanoTime() - begin) / 1e6;
            Path file = request instanceof FusedRequest || request instanceof VolumeRequest
                    ? ColourPng.write(argb, request.width(), request.height(), options.out())
                    : GreyPng.write(argb, request.width(), request.height(), options.out());
            out.println(line(series, request, engine, ms, file));
            return ExitCode.OK;
        } catch (RenderException | IllegalArgumentException e) {
            throw new Failed("this picture cannot be drawn: " + e.getMessage(), e);
        }
    }

    private static RenderRequest request(RenderOptions options, LoadedSeries series) {
        Volume volume = series.loading().volume();
        VoiTransform window =
                options.window().or(() -> series.loading().values().window()).orElse(new VoiTransform.Window(40, 400));
        boolean inverted = series.loading().values().lowIsWhite();
        if (options.curve().isPresent()) {
            return options.curve().get().request(options, volume, window, inverted);
        }
        if (options.volume().isPresent()) {
            return options.volume()
                    .get()
                    .request(
                            volume,
                            options.plane(volume.geometry()),
                            options.width(),
                            options.height(),
                            options.window().orElse(VolumePreset.MIP_WINDOW),
                            inverted);
        }
        return new ReformatRequest(
                volume,
                options.plane(volume.geometry()),
                options.width(),
                options.height(),
                options.slab(),
                options.interpolation(),
                window,
                inverted);
    }

    private static RenderRequest fused(RenderRequest base, FusionChoice choice, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        if (!(base instanceof ReformatRequest plane)) {
            throw new WrongUsage("--fuse draws over planes and cross sections, not over a curved picture");
        }
        try (LoadedSeries second = LoadedSeries.load(List.of(choice.path()), Optional.empty(), err)) {
            return new FusedRequest(plane, List.of(choice.layer(second.set(), second.loading())));
        }
    }

    private static String line(LoadedSeries series, RenderRequest request, EngineChoice engine, double ms, Path file) {
        PatientPoint center = request.toPatient((request.width() - 1) / 2.0, (request.height() - 1) / 2.0);
        JsonLine line = new JsonLine()
                .put("file", file.toString())
                .put("engine", engine.name())
                .put("ms", Double.parseDouble(String.format(Locale.ROOT, "%.3f", ms)))
                .put("loadMs", series.end().nanos() / 1_000_000)
                .put("seriesUid", series.set().series().uid())
                .put("size", List.of(request.width(), request.height()))
                .put("mmPerPixel", mmPerPixel(request))
                .put("center", new double[] {center.x(), center.y(), center.z()})
                .put("slicesRead", series.end().read())
                .put("slices", series.end().total());
        if (request instanceof CurvedRequest curved) {
            line.put("pathMm", curved.path().lengthMm());
        }
        return line.toString();
    }

    private static double mmPerPixel(RenderRequest request) {
        return switch (request) {
            case ReformatRequest reformat -> reformat.plane().mmPerPixel();
            case FusedRequest fused -> fused.base().plane().mmPerPixel();
            case CurvedRequest curved -> curved.mmPerPixel();
            case VolumeRequest volume -> volume.plane().mmPerPixel();
            default -> throw new IllegalStateException("no scale of " + request.getClass());
        };
    }
}
