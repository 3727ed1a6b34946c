package org.farfield.launcher;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.xml.DicomXml;

/** {@code farfield dicom xml}: a file in the native DICOM model (PS3.19), or a file made of it. */
final class DicomXmlCommand implements Subcommand {
    @Override
    public String name() {
        return "xml";
    }

    @Override
    public String usage() {
        return "FILE " + ModelFiles.USAGE.formatted("the native DICOM model of PS3.19 in XML");
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, ModelFiles.NAMES, Set.of());
        ModelFiles files = new ModelFiles(name(), arguments);
        if (files.isReading()) {
            return files.read(
                    (model, source) -> {
                        try (InputStream in = new BufferedInputStream(Files.newInputStream(model), 1 << 16)) {
                            return DicomXml.read(in, source, ReadOptions.ALL);
                        }
                    },
                    err);
        }
        arguments.onlyWord("file");
        return files.write((dataSet, inline, store) -> DicomXml.write(dataSet, out, inline, store), err);
    }
}
