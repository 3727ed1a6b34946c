package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.remote.twin.TwinPicture;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.LocalizerMaker;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.xray.Beam;

/** {@code farfield twin picture}: one slice or localizer of a phantom as a PNG file. Needs no display. */
final class TwinPictureCommand implements Subcommand {
    private static final Set<String> OPTIONS = Set.of(
            "--phantom",
            "--z",
            "--view",
            "--kernel",
            "--kv",
            "--mas",
            "--thickness",
            "--fov",
            "--matrix",
            "--window",
            "--seed",
            "--out");

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public String usage() {
        return "[--phantom NAME|DIR] [--z MM | --view ap|lateral] [--kernel K] [--kv N] [--mas N] [--thickness MM]"
                + " [--fov MM] [--matrix N] [--window C,W] [--seed N] --out FILE.png   one slice or localizer of a"
                + " phantom";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, OPTIONS, Set.of());
        if (!arguments.words().isEmpty()) {
            throw new WrongUsage("unexpected '" + arguments.words().getFirst() + "'");
        }
        String png = arguments.required("--out");
        if (!png.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new WrongUsage("--out expects a name that ends in .png, got '" + png + "'");
        }
        Subject subject = TwinArguments.subject(arguments, err);
        Path file = arguments.value("--view").isPresent()
                ? localizer(arguments, subject, DicomFiles.path(png))
                : slice(arguments, subject, DicomFiles.path(png));
        out.println(new JsonLine().put("file", file.toString()).put("phantom", subject.meaning()));
        return ExitCode.OK;
    }

    private static Path slice(Arguments arguments, Subject subject, Path png) throws WrongUsage, Failed {
        int matrix = (int) number(arguments, "--matrix", 512, 64, 1024);
        TwinPicture.Slice slice = new TwinPicture.Slice(
                kilovolts(arguments),
                number(arguments, "--mas", 100, 1, 1e9),
                number(arguments, "--thickness", 2.5, 0.625, 10),
                recipe(arguments),
                new ImageField(matrix, number(arguments, "--fov", 400, 50, 500), 0, 0),
                number(arguments, "--z", 0, -700, 700));
        float[] hounsfield = TwinPicture.slice(subject, slice, TwinArguments.seed(arguments), threads());
        return GreyPng.write(shown(hounsfield, window(arguments, 40, 400), false), matrix, matrix, png);
    }

    private static Path localizer(Arguments arguments, Subject subject, Path png) throws WrongUsage, Failed {
        String view = arguments.required("--view");
        if (!view.equals("ap") && !view.equals("lateral")) {
            throw new WrongUsage("--view is ap or lateral, got '" + view + "'");
        }
        boolean lateral = view.equals("lateral");
        double top = number(arguments, "--z", 240, -700, 700);
        float[] lines = TwinPicture.localizer(
                subject, lateral, top, LocalizerMaker.COLUMNS, TwinArguments.seed(arguments), threads());
        double[] window = lateral ? window(arguments, 700, 2800) : window(arguments, 350, 1900);
        return GreyPng.write(shown(lines, window, true), LocalizerMaker.COLUMNS, LocalizerMaker.COLUMNS, png);
    }

    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }

    private static int kilovolts(Arguments arguments) throws WrongUsage {
        double kilovolts = number(arguments, "--kv", 120, 1, 1000);
        if (!Beam.voltages().contains((int) kilovolts)) {
            throw new WrongUsage("--kv is one of " + Beam.voltages() + ", got " + arguments.required("--kv"));
        }
        return (int) kilovolts;
    }

    private static Recipe recipe(Arguments arguments) throws WrongUsage {
        String word = arguments.value("--kernel").orElse("STANDARD");
        return Recipe.named(word)
                .orElseThrow(() -> new WrongUsage("--kernel is one of "
                        + Recipe.all().stream().map(Recipe::word).collect(Collectors.joining(", ")) + ", got '" + word
                        + "'"));
    }

    private static double number(Arguments arguments, String option, double otherwise, double least, double most)
            throws WrongUsage {
        if (arguments.value(option).isEmpty()) {
            return otherwise;
        }
        double number = Arguments.numbers(option, arguments.required(option), ",", 1)[0];
        if (number < least || number > most) {
            throw new WrongUsage(String.format(Locale.ROOT, "%s is %.4g to %.4g", option, least, most));
        }
        return number;
    }

    private static double[] window(Arguments arguments, double center, double width) throws WrongUsage {
        if (arguments.value("--window").isEmpty()) {
            return new double[] {center, width};
        }
        double[] window = Arguments.numbers("--window", arguments.required("--window"), ",", 2);
        if (window[1] < 1) {
            throw new WrongUsage("--window expects a width of 1 or more");
        }
        return window;
    }

    /** The window's greys; a localizer's values are as bright as they attenuate. */
    private static int[] shown(float[] values, double[] window, boolean localizer) {
        int[] grey = new int[values.length];
        for (int k = 0; k < grey.length; k++) {
            double value = Float.isNaN(values[k]) && !localizer ? -1024 : values[k];
            grey[k] = Math.clamp(Math.round(255 * ((value - window[0]) / window[1] + 0.5)), 0, 255);
        }
        return grey;
    }
}
