package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.Transcoder;

/** {@code farfield dicom transcode}: a file in another transfer syntax, without changing a stored value. */
final class DicomTranscodeCommand implements Subcommand {
    private static final Map<String, String> NAMES = names();

    @Override
    public String name() {
        return "transcode";
    }

    @Override
    public String usage() {
        return "IN OUT --to SYNTAX   the same object in another transfer syntax: " + String.join(", ", NAMES.keySet())
                + ", or a UID; IN may be a folder, then OUT is one";
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("implicit", "1.2.840.10008.1.2");
        names.put("explicit", "1.2.840.10008.1.2.1");
        names.put("deflated", "1.2.840.10008.1.2.1.99");
        names.put("rle", "1.2.840.10008.1.2.5");
        names.put("jpeg-lossless", "1.2.840.10008.1.2.4.70");
        names.put("jpeg-ls", "1.2.840.10008.1.2.4.80");
        names.put("jpeg2000", "1.2.840.10008.1.2.4.90");
        names.put("deflated-frames", "1.2.840.10008.1.2.8.1");
        return names;
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--to"), Set.of());
        if (arguments.words().size() != 2) {
            throw new WrongUsage("expected IN and OUT");
        }
        Path in = DicomFiles.path(arguments.words().get(0));
        Path to = DicomFiles.path(arguments.words().get(1));
        String wanted = arguments.required("--to");
        TransferSyntax syntax = TransferSyntax.of(NAMES.getOrDefault(wanted, wanted));
        if (!syntax.isKnown()) {
            throw new WrongUsage("--to: no transfer syntax is called '" + wanted + "'. One of: "
                    + String.join(", ", NAMES.keySet()) + ", or a UID");
        }
        Arguments only = new Arguments(List.of(in.toString()), Map.of(), Set.of());
        boolean folder = Files.isDirectory(in);
        boolean good = DicomFiles.of(only).each(name(), err, (path, file) -> {
            Path target = folder ? to.resolve(in.relativize(path).toString()) : to;
            Path around = target.toAbsolutePath().getParent();
            if (around != null) {
                Files.createDirectories(around);
            }
            out.println(written(path, file, syntax, target));
        });
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private static JsonLine written(Path path, DicomFile file, TransferSyntax syntax, Path target) throws IOException {
        try {
            Part10.write(Transcoder.to(syntax, file), target);
        } catch (DicomException e) {
            throw e.in(path.toString());
        }
        return new JsonLine()
                .put("file", target.toString())
                .put("transferSyntax", syntax.uid())
                .put("bytes", Files.size(target));
    }
}
