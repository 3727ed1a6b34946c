package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.farfield.workstation.study.media.Medium;
import org.farfield.workstation.study.media.StudyExport;

/** Writes a medium and tells what came of it. */
final class MediaReport {
    private MediaReport() {}

    /** Writes to an open medium. */
    interface Writing {
        StudyExport.Outcome write(Medium medium) throws IOException;
    }

    static int write(Arguments arguments, String command, PrintStream err, PrintStream out, Path to, Writing writing)
            throws Failed, WrongUsage {
        StudyExport.Outcome outcome;
        try (Medium medium = Medium.at(to)) {
            outcome = writing.write(medium);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
        outcome.problems().forEach(problem -> err.println("farfield " + command + ": " + problem));
        if (arguments.has("--json")) {
            out.println(new JsonLine()
                    .put("written", outcome.written())
                    .put("failed", outcome.problems().size())
                    .put("to", to.toString()));
        } else {
            out.println(outcome.written() + " instances written to " + to);
        }
        return outcome.problems().isEmpty() && outcome.written() > 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    /** The file-set's id. */
    static String label(Arguments arguments) {
        return arguments.value("--label").orElse("FARFIELD");
    }
}
