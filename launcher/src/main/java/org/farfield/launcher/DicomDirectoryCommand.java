package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.media.DirectoryFile;
import org.farfield.workstation.study.media.StudyExport;

/** {@code farfield dicom dicomdir}: makes a disc with a DICOMDIR, or lists what one names. */
final class DicomDirectoryCommand implements Subcommand {
    @Override
    public String name() {
        return "dicomdir";
    }

    @Override
    public String usage() {
        return "IN... OUT [--label ID] [--json]   copies of files and folders as a disc with a DICOMDIR, in the new"
                + " folder or ZIP archive OUT\ndicomdir --list DICOMDIR [--json]   the files that a DICOMDIR names";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--label", "--list"), Set.of("--json"));
        Optional<String> list = arguments.value("--list");
        if (list.isPresent()) {
            return list(DicomFiles.path(list.get()), arguments.has("--json"), out);
        }
        if (arguments.words().size() < 2) {
            throw new WrongUsage("expected IN and OUT");
        }
        List<String> from = arguments.words().subList(0, arguments.words().size() - 1);
        Path to = DicomFiles.path(arguments.words().getLast());
        DicomFiles files = DicomFiles.of(new Arguments(from, Map.of(), Set.of()));
        return MediaReport.write(
                arguments,
                "dicom dicomdir",
                err,
                out,
                to,
                medium -> StudyExport.disc(files.paths(), MediaReport.label(arguments), medium));
    }

    private static int list(Path file, boolean json, PrintStream out) throws Failed {
        boolean whole = true;
        try {
            for (DirectoryFile.Entry entry : DirectoryFile.read(file).entries()) {
                String id = String.join("/", entry.fileId());
                boolean there = entry.path().isPresent();
                whole &= there;
                out.println(
                        json
                                ? new JsonLine()
                                        .put("type", entry.type())
                                        .put("fileId", id)
                                        .put("there", there)
                                        .toString()
                                : entry.type() + " " + id + (there ? "" : " is not there"));
            }
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        return whole ? ExitCode.OK : ExitCode.FAILED;
    }
}
