package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.json.DicomJson;

/** {@code farfield dicom dump}: every element of files, for a person or a line of JSON a file. */
final class DicomDumpCommand implements Subcommand {
    private static final int SHORT_BINARY = 64;

    @Override
    public String name() {
        return "dump";
    }

    @Override
    public String usage() {
        return "PATH... [--json] [--private DICTIONARY] [--only TAG[,TAG...]]   every element of each file, or those with these"
                + " keywords or hexadecimal tags; values show patients' names";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--private", "--only"), Set.of("--json"));
        DicomFiles files = DicomFiles.of(arguments);
        boolean good = files.each(name(), err, (path, file) -> {
            if (arguments.has("--json")) {
                StringBuilder meta = new StringBuilder();
                StringBuilder dataSet = new StringBuilder();
                DicomJson.write(file.meta(), meta, SHORT_BINARY);
                DicomJson.write(file.dataSet(), dataSet, SHORT_BINARY);
                String head = new JsonLine()
                        .put("file", path.toString())
                        .put("transferSyntax", file.transferSyntax().uid())
                        .put("notes", file.notes())
                        .toString();
                out.println(
                        head.substring(0, head.length() - 1) + ",\"meta\":" + meta + ",\"dataSet\":" + dataSet + "}");
            } else {
                out.println("# " + path + ": " + file.transferSyntax().name());
                file.notes().forEach(note -> out.println("# note: " + note));
                DumpText text = new DumpText(out, files.options().privateElements());
                text.print(file.meta());
                text.print(file.dataSet());
            }
        });
        return good ? ExitCode.OK : ExitCode.FAILED;
    }
}
