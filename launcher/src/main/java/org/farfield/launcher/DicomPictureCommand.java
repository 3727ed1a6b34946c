package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.dicom.picture.Picture;
import org.farfield.dicom.picture.PictureOptions;

/** {@code farfield dicom picture}: one frame of any image as a PNG file. Needs no display. */
final class DicomPictureCommand implements Subcommand {
    @Override
    public String name() {
        return "picture";
    }

    @Override
    public String usage() {
        return "FILE [--frame N] [--window C,W] [--no-overlays] --out FILE.png   one frame, counted from 1, of any image:"
                + " grey, palette or colour, at its own size";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--frame", "--window", "--out"), Set.of("--no-overlays"));
        Path file = DicomFiles.path(arguments.onlyWord("FILE"));
        int frame = arguments.count("--frame", 1);
        String png = arguments.required("--out");
        if (!png.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new WrongUsage("--out expects a name that ends in .png, got '" + png + "'");
        }
        PictureOptions options = new PictureOptions(window(arguments), !arguments.has("--no-overlays"));
        try {
            Picture picture = Picture.of(Part10.read(file), frame - 1, options);
            Path written = picture.colour()
                    ? ColourPng.write(picture.argb(), picture.columns(), picture.rows(), DicomFiles.path(png))
                    : GreyPng.write(picture.argb(), picture.columns(), picture.rows(), DicomFiles.path(png));
            picture.note().ifPresent(note -> err.println("farfield dicom picture: " + file + ": " + note));
            out.println(new JsonLine()
                    .put("file", written.toString())
                    .put("size", List.of(picture.columns(), picture.rows()))
                    .put("colour", picture.colour()));
            return ExitCode.OK;
        } catch (DicomException e) {
            String message = String.valueOf(e.getMessage());
            throw new Failed(message.startsWith(file.toString()) ? message : file + ": " + message, e);
        } catch (IOException e) {
            throw new Failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<double[]> window(Arguments arguments) throws WrongUsage {
        if (arguments.value("--window").isEmpty()) {
            return Optional.empty();
        }
        double[] window = Arguments.numbers("--window", arguments.required("--window"), ",", 2);
        if (window[1] < 1) {
            throw new WrongUsage("--window expects a width of 1 or more");
        }
        return Optional.of(window);
    }
}
