package org.farfield.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.rendering.engine.OverlayLayer;
import org.farfield.rendering.engine.Palette;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.SuvKind;
import org.farfield.workstation.study.SuvScale;

/**
 * A second series in colours over the first, as the command line names it.
 *
 * @param path where its files are
 * @param range the values that take the first and the last colour; in SUV where {@code suv} is given
 * @param suv what values are normalised by
 */
record FusionChoice(String path, double opacity, Optional<Range> range, Optional<SuvKind> suv) {

    /** From the palette's first to its last colour. */
    record Range(double low, double high) {}

    static Optional<FusionChoice> parse(Arguments a) throws WrongUsage {
        Optional<String> path = a.value("--fuse");
        if (path.isEmpty()) {
            for (String name : List.of("--opacity", "--fuse-range", "--suv")) {
                if (a.value(name).isPresent()) {
                    throw new WrongUsage(name + " belongs to --fuse PATH");
                }
            }
            return Optional.empty();
        }
        double opacity = Arguments.numbers("--opacity", a.value("--opacity").orElse("0.5"), ",", 1)[0];
        if (opacity < 0 || opacity > 1) {
            throw new WrongUsage("--opacity expects 0 to 1, got " + opacity);
        }
        Optional<Range> range = Optional.empty();
        if (a.value("--fuse-range").isPresent()) {
            double[] ends =
                    Arguments.numbers("--fuse-range", a.value("--fuse-range").get(), ",", 2);
            if (!(ends[0] < ends[1])) {
                throw new WrongUsage("--fuse-range expects LOW,HIGH with LOW below HIGH");
            }
            range = Optional.of(new Range(ends[0], ends[1]));
        }
        Optional<SuvKind> suv = suv(a.value("--suv"));
        if (suv.isPresent() && range.isEmpty()) {
            throw new WrongUsage("--suv needs --fuse-range LOW,HIGH: which SUVs take the first and the last colour");
        }
        return Optional.of(new FusionChoice(path.get(), opacity, range, suv));
    }

    private static Optional<SuvKind> suv(Optional<String> word) throws WrongUsage {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word.get().toLowerCase(Locale.ROOT)) {
                    case "bw" -> SuvKind.BODY_WEIGHT;
                    case "lbm" -> SuvKind.LEAN_BODY_MASS;
                    case "bsa" -> SuvKind.BODY_SURFACE;
                    default -> throw new WrongUsage("--suv expects bw, lbm or bsa, got '" + word.get() + "'");
                });
    }

    OverlayLayer layer(DisplaySet set, Loading loading) throws Failed {
        double perUnit = suv.isPresent() ? perBecquerel(set, suv.get()) : 1;
        VoiTransform voi;
        if (range.isPresent()) {
            double low = range.get().low() / perUnit;
            double high = range.get().high() / perUnit;
            voi = new VoiTransform.LinearExact((low + high) / 2, high - low);
        } else {
            voi = loading.values()
                    .window()
                    .orElseThrow(() -> new Failed(path + " brings no window: say --fuse-range LOW,HIGH"));
        }
        return new OverlayLayer.Colour(loading.volume(), voi, Palette.HOT_IRON, opacity);
    }

    private static double perBecquerel(DisplaySet set, SuvKind kind) throws Failed {
        var file = set.frames().getFirst().file();
        try {
            return switch (SuvScale.of(Part10.read(file, ReadOptions.HEADER).dataSet(), kind)) {
                case SuvScale.Known known -> known.perBecquerel();
                case SuvScale.Refused refused -> throw new Failed("no SUV of " + file + ": " + refused.reason());
            };
        } catch (IOException e) {
            throw new Failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
