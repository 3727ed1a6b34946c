package org.farfield.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.farfield.dicom.validation.Defect;
import org.farfield.dicom.validation.Validation;

/** {@code farfield dicom validate}: what of files the standard forbids, a line each. */
final class DicomValidateCommand implements Subcommand {
    @Override
    public String name() {
        return "validate";
    }

    @Override
    public String usage() {
        return "PATH... [--json] [--private DICTIONARY]   what is wrong with each file: element, kind, defect;"
                + " exit code 1 when something is";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws WrongUsage, Failed {
        Arguments arguments = Arguments.parse(args, Set.of("--private"), Set.of("--json"));
        AtomicBoolean clean = new AtomicBoolean(true);
        boolean read = DicomFiles.of(arguments).each(name(), err, (path, file) -> {
            List<Defect> defects = Validation.of(file);
            clean.compareAndSet(true, defects.isEmpty());
            if (arguments.has("--json")) {
                out.println(new JsonLine()
                        .put("file", path.toString())
                        .put(
                                "defects",
                                defects.stream().map(DicomValidateCommand::json).toList()));
            } else if (defects.isEmpty()) {
                out.println(path + ": nothing wrong found");
            } else {
                defects.forEach(defect -> out.println(path + ": " + defect));
            }
        });
        return read && clean.get() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static JsonLine json(Defect defect) {
        return new JsonLine()
                .put("path", defect.path())
                .put("kind", defect.kind().name())
                .put("text", defect.text());
    }
}
