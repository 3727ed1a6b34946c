package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.codec.Transcoder;

/**
 * {@code farfield bench dicom}: reading headers, decoding the frames of each transfer syntax found, and putting the
 * first uncompressed image into the syntaxes that are written; beside DCMTK's programs where they are installed.
 */
final class BenchDicomCommand implements Subcommand {
    private static final int MOST_FRAMES = 400;

    @Override
    public String name() {
        return "dicom";
    }

    @Override
    public String usage() {
        return "DIR [--runs N]   time headers, decoding and encoding of the files under DIR, and DCMTK beside it";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--runs"), Set.of());
        int runs = arguments.count("--runs", 7);
        Path folder = DicomFiles.path(arguments.onlyWord("DIR"));
        try {
            List<Path> files = files(folder);
            if (files.isEmpty()) {
                throw new Failed("no DICOM file lies under " + folder);
            }
            headers(files, runs, out);
            wanted(files, runs, out);
            decoding(files, runs, out, err);
            encoding(files, runs, out);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Failed("cannot be measured: " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(Part10::looksLikeDicom)
                    .sorted()
                    .toList();
        }
    }

    private static void headers(List<Path> files, int runs, PrintStream out) throws IOException {
        Timings ours = new Timings("dicom.headers." + files.size());
        Timings theirs = new Timings("dcmdump.headers." + files.size());
        List<String> command = new ArrayList<>(List.of("dcmdump", "-q"));
        files.forEach(file -> command.add(file.toString()));
        for (int run = -2; run < runs; run++) {
            Timings here = run < 0 ? new Timings("warm-up") : ours;
            here.time(() -> readAll(files, ReadOptions.HEADER));
            BenchPeer.time(command, run < 0 ? new Timings("warm-up") : theirs);
        }
        out.println(ours);
        BenchPeer.print(theirs, out);
    }

    /** The elements by which files are put in order, and nothing else. */
    private static void wanted(List<Path> files, int runs, PrintStream out) throws IOException {
        ReadOptions names = ReadOptions.HEADER.withOnly(
                Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.INSTANCE_NUMBER);
        Timings ours = new Timings("dicom.names." + files.size());
        for (int run = -2; run < runs; run++) {
            (run < 0 ? new Timings("warm-up") : ours).time(() -> readAll(files, names));
        }
        out.println(ours);
    }

    private static void readAll(List<Path> files, ReadOptions options) throws IOException {
        for (Path file : files) {
            try {
                Part10.read(file, options);
            } catch (DicomException damaged) {
                // Reading it counts all the same.
            }
        }
    }

    private static void decoding(List<Path> files, int runs, PrintStream out, PrintStream err) throws IOException {
        Map<String, List<Path>> bySyntax = new TreeMap<>();
        for (Path file : files) {
            try {
                DicomFile header = Part10.read(file, ReadOptions.HEADER);
                bySyntax.computeIfAbsent(header.transferSyntax().uid(), uid -> new ArrayList<>())
                        .add(file);
            } catch (DicomException e) {
                err.println("farfield bench dicom: " + e.getMessage());
            }
        }
        for (Map.Entry<String, List<Path>> one : bySyntax.entrySet()) {
            List<PixelFrames> images = images(one.getValue());
            int frames = images.stream().mapToInt(PixelFrames::count).sum();
            if (frames == 0) {
                continue;
            }
            Timings ours = new Timings("dicom.decode." + one.getKey());
            for (int run = -2; run < runs; run++) {
                (run < 0 ? new Timings("warm-up") : ours).time(() -> decode(images));
            }
            out.println(ours);
            out.println(String.format(
                    Locale.ROOT,
                    "INFO\tdecode.%s\t%s\tframes=%d\tms/frame=%.2f",
                    one.getKey(),
                    TransferSyntax.of(one.getKey()).name(),
                    frames,
                    ours.median() / frames));
            BenchPeer.decode(one.getKey(), one.getValue().getFirst(), runs, out);
        }
    }

    private static List<PixelFrames> images(List<Path> files) {
        List<PixelFrames> images = new ArrayList<>();
        int frames = 0;
        for (Path file : files) {
            try {
                PixelFrames image = PixelFrames.of(Part10.read(file));
                image.decode(0);
                frames += image.count();
                if (frames > MOST_FRAMES) {
                    break;
                }
                images.add(image);
            } catch (IOException cannotBeDecoded) {
                // Refused files are the business of other commands.
            }
        }
        return images;
    }

    private static void decode(List<PixelFrames> images) throws DicomException {
        for (PixelFrames image : images) {
            short[] out = new short[image.format().samplesPerFrame()];
            for (int frame = 0; frame < image.count(); frame++) {
                image.decodeInto(frame, out);
            }
        }
    }

    private static void encoding(List<Path> files, int runs, PrintStream out) throws IOException {
        for (Path path : files) {
            DicomFile file;
            try {
                file = Part10.read(path);
                if (file.transferSyntax().encapsulated() || PixelFrames.of(file).decode(0).length < 1 << 16) {
                    continue;
                }
            } catch (DicomException other) {
                continue;
            }
            for (TransferSyntax target : List.of(
                    TransferSyntax.RLE_LOSSLESS,
                    TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER,
                    TransferSyntax.JPEG_LS_LOSSLESS,
                    TransferSyntax.JPEG_2000_LOSSLESS)) {
                Timings ours = new Timings("dicom.encode." + target.uid());
                for (int run = -3; run < runs; run++) {
                    (run < 0 ? new Timings("warm-up") : ours).time(() -> Transcoder.to(target, file));
                }
                out.println(ours);
            }
            return;
        }
    }
}
