package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.json.DicomJson;

/** {@code farfield dicom json}: the DICOM JSON model of files, or a file made of it. */
final class DicomJsonCommand implements Subcommand {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String usage() {
        return "PATH... [--inline BYTES] [--private DICTIONARY]   a line of the DICOM JSON model for each file, binary"
                + " values of more than BYTES (1024) left out; or --read FILE.json --out FILE   the other way";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--inline", "--private", "--read", "--out"), Set.of());
        if (arguments.value("--read").isPresent()) {
            return read(DicomFiles.path(arguments.required("--read")), DicomFiles.path(arguments.required("--out")));
        }
        int inline = arguments.count("--inline", 1024);
        boolean good = DicomFiles.of(arguments).each(name(), err, (path, file) -> {
            StringBuilder text = new StringBuilder();
            int leftOut = DicomJson.write(file.dataSet(), text, inline);
            out.println(text);
            if (leftOut > 0) {
                err.println("farfield dicom json: " + path + ": " + leftOut + " long values left out");
            }
        });
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private static int read(Path json, Path file) throws Failed {
        try {
            DataSet dataSet = DicomJson.read(Files.readString(json, StandardCharsets.UTF_8));
            Part10.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
            return ExitCode.OK;
        } catch (DicomException e) {
            throw new Failed(json + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failed("cannot turn " + json + " into " + file + ": " + e, e);
        }
    }
}
