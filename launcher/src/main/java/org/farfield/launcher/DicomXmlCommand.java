package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.xml.DicomXml;

/** {@code farfield dicom xml}: a file in the native DICOM model (PS3.19). */
final class DicomXmlCommand implements Subcommand {
    private static final int LONGEST_INLINE = 1024;

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public String usage() {
        return "FILE [--inline BYTES]   the native DICOM model of PS3.19 in XML; binary values longer than BYTES (1024)"
                + " and compressed pixels are left out";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--inline"), Set.of());
        int inline = arguments.count("--inline", LONGEST_INLINE);
        arguments.onlyWord("file");
        boolean good = DicomFiles.of(arguments).each(name(), err, (path, file) -> {
            int leftOut = DicomXml.write(file.dataSet(), out, inline);
            if (leftOut > 0) {
                err.println("farfield dicom xml: " + path + ": " + leftOut + " values are left out");
            }
        });
        return good ? ExitCode.OK : ExitCode.FAILED;
    }
}
