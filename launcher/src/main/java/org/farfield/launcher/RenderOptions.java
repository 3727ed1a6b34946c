package org.farfield.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.farfield.rendering.engine.DisplayCurve;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.VolumeGeometry;

/** The arguments of {@code farfield render}, checked. */
record RenderOptions(
        List<String> paths,
        Optional<String> series,
        PlaneChoice planeChoice,
        Optional<PatientPoint> at,
        Slab slab,
        Interpolation interpolation,
        Optional<VoiTransform> window,
        int width,
        int height,
        OptionalDouble mmPerPixel,
        boolean gpu,
        Optional<DisplayCurve> display,
        Optional<CurveChoice> curve,
        Optional<FusionChoice> fusion,
        Optional<VolumeOptions> volume,
        Path out) {
    private static final Set<String> VALUED = Set.of(
            "--series",
            "--plane",
            "--at",
            "--slab",
            "--projection",
            "--interpolation",
            "--window",
            "--size",
            "--mm-per-pixel",
            "--engine",
            "--gsdf",
            "--curve",
            "--curved",
            "--fuse",
            "--opacity",
            "--fuse-range",
            "--suv",
            "--out");
    private static final int MAX_EDGE = 16_384;
    private static final int MAX_PIXELS = 1 << 27;

    static RenderOptions parse(List<String> args) throws WrongUsage {
        Set<String> valued = new HashSet<>(VALUED);
        valued.addAll(VolumeOptions.VALUED);
        Arguments a = Arguments.parse(args, valued, Set.of());
        if (a.words().isEmpty()) {
            throw new WrongUsage("expected a file or a folder");
        }
        Optional<CurveChoice> curve = CurveChoice.parse(a.value("--curve"), a.value("--curved"));
        if (curve.isPresent() && a.value("--plane").isPresent()) {
            throw new WrongUsage("--curve and --plane exclude each other");
        }
        Optional<VolumeOptions> volume = VolumeOptions.parse(a);
        if (volume.isPresent() && (curve.isPresent() || a.value("--plane").isPresent())) {
            throw new WrongUsage("--volume, --plane and --curve exclude each other");
        }
        int[] size = size(a.value("--size").orElse("512x512"));
        return new RenderOptions(
                a.words(),
                a.value("--series"),
                PlaneChoice.parse(curve.isPresent() || volume.isPresent() ? "axial" : a.required("--plane")),
                point(a.value("--at")),
                slab(a.value("--slab"), a.value("--projection")),
                interpolation(a.value("--interpolation").orElse("linear")),
                window(a.value("--window")),
                size[0],
                size[1],
                mmPerPixel(a.value("--mm-per-pixel")),
                gpu(a.value("--engine").orElse("cpu")),
                DisplayChoice.parse(a.value("--gsdf")),
                curve,
                FusionChoice.parse(a),
                volume,
                out(a.required("--out")));
    }

    /**
     * The plane through the wanted point, so scaled that the volume's box fits the picture where no scale was given.
     */
    ImagePlane plane(VolumeGeometry geometry) {
        if (volume.isPresent()) {
            return volume.get()
                    .through(at.orElse(geometry.center()))
                    .scaled(mmPerPixel.orElseGet(() -> VolumeOptions.fit(geometry, width, height)));
        }
        ImagePlane unscaled = planeChoice.through(at.orElse(geometry.center()));
        return unscaled.scaled(mmPerPixel.orElseGet(() -> fit(unscaled, geometry)));
    }

    private double fit(ImagePlane plane, VolumeGeometry g) {
        double right = extent(plane.right().normalized(), g);
        double down = extent(plane.down().normalized(), g);
        return Math.max(right / width, down / height);
    }

    private static double extent(PatientVector direction, VolumeGeometry g) {
        return g.columns() * Math.abs(g.columnStep().dot(direction))
                + g.rows() * Math.abs(g.rowStep().dot(direction))
                + g.slices() * Math.abs(g.sliceStep().dot(direction));
    }

    private static Optional<PatientPoint> point(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double[] mm = Arguments.numbers("--at", text.get(), ",", 3);
        return Optional.of(new PatientPoint(mm[0], mm[1], mm[2]));
    }

    private static Interpolation interpolation(String text) throws WrongUsage {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nearest" -> Interpolation.NEAREST;
            case "linear" -> Interpolation.LINEAR;
            case "cubic" -> Interpolation.CUBIC;
            default -> throw new WrongUsage("--interpolation expects nearest, linear or cubic, got '" + text + "'");
        };
    }

    private static Slab slab(Optional<String> thickness, Optional<String> projection) throws WrongUsage {
        if (thickness.isEmpty() || projection.isEmpty()) {
            if (thickness.isPresent() || projection.isPresent()) {
                throw new WrongUsage("--slab MM and --projection mip|minip|mean go together");
            }
            return Slab.NONE;
        }
        double mm = Arguments.numbers("--slab", thickness.get(), ",", 1)[0];
        if (mm < 0) {
            throw new WrongUsage("--slab expects 0 mm or more, got " + thickness.get());
        }
        Projection kind = switch (projection.get().toLowerCase(Locale.ROOT)) {
            case "mip" -> Projection.MIP;
            case "minip" -> Projection.MINIP;
            case "mean" -> Projection.MEAN;
            default -> throw new WrongUsage("--projection expects mip, minip or mean, got '" + projection.get() + "'");
        };
        return new Slab(mm, kind);
    }

    private static Optional<VoiTransform> window(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.get().split(":", 2);
        double[] window = Arguments.numbers("--window", parts[0], ",", 2);
        try {
            return Optional.of(
                    switch (parts.length == 1 ? "linear" : parts[1]) {
                        case "linear" -> new VoiTransform.Window(window[0], window[1]);
                        case "exact" -> new VoiTransform.LinearExact(window[0], window[1]);
                        case "sigmoid" -> new VoiTransform.Sigmoid(window[0], window[1]);
                        default ->
                            throw new WrongUsage(
                                    "--window expects C,W or C,W:exact or C,W:sigmoid, got '" + text.get() + "'");
                    });
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(
                    "--window expects a width of 1 or more (exact, sigmoid: over 0), got '" + text.get() + "'");
        }
    }

    private static int[] size(String text) throws WrongUsage {
        double[] edges = Arguments.numbers("--size", text, "x", 2);
        for (double edge : edges) {
            if (edge != Math.rint(edge) || edge < 1 || edge > MAX_EDGE) {
                throw new WrongUsage("--size expects edges of 1 to " + MAX_EDGE + " pixels, got '" + text + "'");
            }
        }
        if (edges[0] * edges[1] > MAX_PIXELS) {
            throw new WrongUsage("--size expects at most " + MAX_PIXELS + " pixels, got '" + text + "'");
        }
        return new int[] {(int) edges[0], (int) edges[1]};
    }

    private static OptionalDouble mmPerPixel(Optional<String> text) throws WrongUsage {
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        double mm = Arguments.numbers("--mm-per-pixel", text.get(), ",", 1)[0];
        if (!(mm > 0)) {
            throw new WrongUsage("--mm-per-pixel expects a number over 0, got '" + text.get() + "'");
        }
        return OptionalDouble.of(mm);
    }

    static boolean gpu(String text) throws WrongUsage {
        return switch (text) {
            case "cpu" -> false;
            case "gpu" -> true;
            default -> throw new WrongUsage("--engine expects cpu or gpu, got '" + text + "'");
        };
    }

    private static Path out(String text) throws WrongUsage {
        if (!text.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new WrongUsage("--out expects a name that ends in .png, got '" + text + "'");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongUsage("--out '" + text + "' is no path: " + e.getReason());
        }
    }
}
