package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.json.DicomJson;

/** {@code farfield dicom json}: the DICOM JSON model of files, or a file made of it. */
final class DicomJsonCommand implements Subcommand {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String usage() {
        return "PATH... " + ModelFiles.USAGE.formatted("a line of the DICOM JSON model for each file");
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        ModelFiles files = new ModelFiles(name(), Arguments.parse(args, ModelFiles.NAMES, Set.of()));
        if (files.isReading()) {
            return files.read(
                    (model, source) -> DicomJson.read(Files.readString(model, StandardCharsets.UTF_8), source), err);
        }
        return files.write(
                (dataSet, inline, store) -> {
                    StringBuilder text = new StringBuilder();
                    int leftOut = DicomJson.write(dataSet, text, inline, store);
                    out.println(text);
                    return leftOut;
                },
                err);
    }
}
