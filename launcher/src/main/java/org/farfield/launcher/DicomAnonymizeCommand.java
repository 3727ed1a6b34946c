package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.deidentification.BurnedIn;
import org.farfield.dicom.deidentification.Deidentifier;
import org.farfield.dicom.deidentification.PixelCleaning;
import org.farfield.dicom.deidentification.PixelCleaning.Rectangle;
import org.farfield.dicom.deidentification.ProfileOption;
import org.farfield.dicom.deidentification.Pseudonyms;

/** {@code farfield dicom anonymize}: copies without the patient's identity (PS3.15 annex E). */
final class DicomAnonymizeCommand implements Subcommand {
    private static final String OPTIONS =
            Arrays.stream(ProfileOption.values()).map(ProfileOption::word).collect(Collectors.joining(", "));
    private static final Set<String> VALUED = Set.of("--options", "--key", "--mapping", "--patient", "--black-out");
    private static final Set<String> BARE = Set.of("--ultrasound-regions", "--accept-burned-in", "--json");

    @Override
    public String name() {
        return "anonymize";
    }

    @Override
    public String usage() {
        return "IN OUT [--options LIST] [--key FILE] [--mapping FILE] [--patient NAME] [--black-out X,Y,W,H[;...]]"
                + " [--ultrasound-regions] [--accept-burned-in] [--json]   copies of files or folders without the"
                + " patient's identity, into the folder OUT, by the basic profile of PS3.15 annex E; LIST, with commas: "
                + OPTIONS;
    }

    /** What one run needs. */
    private record Plan(
            Deidentifier deidentifier, List<Rectangle> black, boolean regions, boolean acceptBurnedIn, Path to) {}

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, VALUED, BARE);
        if (arguments.words().size() < 2) {
            throw new WrongUsage("expected IN and OUT");
        }
        List<String> from = arguments.words().subList(0, arguments.words().size() - 1);
        Path to = DicomFiles.path(arguments.words().getLast());
        Pseudonyms pseudonyms = PseudonymFiles.pseudonyms(arguments);
        Plan plan = plan(arguments, pseudonyms, to);
        Set<String> notes = new HashSet<>();
        boolean good;
        try {
            Files.createDirectories(to);
            Arguments only = new Arguments(from, java.util.Map.of(), Set.of());
            good = DicomFiles.of(only).each(name(), err, (path, file) -> {
                Deidentifier.Result result = result(path, file, plan);
                Path target = to.resolve(result.file().sopInstanceUid() + ".dcm");
                Part10.write(result.file(), target);
                report(arguments, target, result, notes, out, err);
            });
            PseudonymFiles.writeMapping(arguments, pseudonyms);
        } catch (IOException e) {
            throw new Failed(to + ": " + e.getMessage(), e);
        }
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Plan plan(Arguments arguments, Pseudonyms pseudonyms, Path to) throws WrongUsage {
        EnumSet<ProfileOption> options = EnumSet.noneOf(ProfileOption.class);
        for (String word :
                arguments.value("--options").map(v -> v.split(",", -1)).orElse(new String[0])) {
            options.add(ProfileOption.of(word.strip())
                    .orElseThrow(() -> new WrongUsage("--options: no option is called '" + word + "'. " + OPTIONS)));
        }
        List<Rectangle> black = rectangles(arguments);
        boolean regions = arguments.has("--ultrasound-regions");
        if (options.contains(ProfileOption.CLEAN_PIXEL_DATA) != (regions || !black.isEmpty())) {
            throw new WrongUsage("clean-pixel-data goes with --black-out or --ultrasound-regions, which say where");
        }
        if (regions && !black.isEmpty()) {
            throw new WrongUsage("either --black-out or --ultrasound-regions");
        }
        try {
            Deidentifier deidentifier = new Deidentifier(options, pseudonyms, arguments.value("--patient"));
            return new Plan(deidentifier, black, regions, arguments.has("--accept-burned-in"), to);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private static List<Rectangle> rectangles(Arguments arguments) throws WrongUsage {
        List<Rectangle> rectangles = new ArrayList<>();
        for (String text :
                arguments.value("--black-out").map(v -> v.split(";", -1)).orElse(new String[0])) {
            double[] n = Arguments.numbers("--black-out", text, ",", 4);
            try {
                rectangles.add(new Rectangle((int) n[0], (int) n[1], (int) n[2], (int) n[3]));
            } catch (IllegalArgumentException e) {
                throw new WrongUsage("--black-out: " + e.getMessage());
            }
        }
        return rectangles;
    }

    private static Deidentifier.Result result(Path path, DicomFile file, Plan plan) throws DicomException {
        boolean cleaned = plan.regions() || !plan.black().isEmpty();
        if (BurnedIn.isStated(file.dataSet()) && !cleaned && !plan.acceptBurnedIn()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    path + ": not copied, the object says that its pixels hold text that identifies the patient;"
                            + " blacken it (--black-out, --ultrasound-regions) or say --accept-burned-in");
        }
        try {
            DicomFile pixels = file;
            if (plan.regions()) {
                pixels = PixelCleaning.keepUltrasoundRegions(file);
            } else if (cleaned) {
                pixels = PixelCleaning.blacken(file, plan.black());
            }
            return plan.deidentifier().apply(pixels);
        } catch (DicomException e) {
            throw e.in(path.toString());
        }
    }

    private static void report(
            Arguments arguments,
            Path target,
            Deidentifier.Result result,
            Set<String> notes,
            PrintStream out,
            PrintStream err) {
        JsonLine line = new JsonLine()
                .put("file", target.toString())
                .put("transferSyntax", result.file().transferSyntax().uid());
        Optional<String> all =
                result.notes().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", result.notes()));
        all.ifPresent(text -> line.put("notes", text));
        out.println(arguments.has("--json") ? line : target);
        for (String note : result.notes()) {
            if (notes.add(note)) {
                err.println("farfield dicom anonymize: " + target + ": " + note);
            }
        }
    }
}
