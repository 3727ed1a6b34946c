package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farfield.workstation.study.store.StoredStudy;
import org.farfield.workstation.study.store.StudyFilter;
import org.farfield.workstation.study.store.StudyStore;

/** {@code farfield store find}: studies of the store, newest first. */
final class StoreFindCommand implements Subcommand {
    @Override
    public String name() {
        return "find";
    }

    @Override
    public String usage() {
        return "[NAME] [--id ID] [--date YYYYMMDD[-YYYYMMDD]] [--modality CT] [--accession NUMBER] "
                + StoreCommands.USAGE + " [--json]   studies in the store; NAME matches in any writing";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Set<String> names = new HashSet<>(StoreCommands.FOLDER);
        names.addAll(Set.of("--id", "--date", "--modality", "--accession"));
        Arguments arguments = Arguments.parse(args, names, Set.of("--json"));
        if (arguments.words().size() > 1) {
            throw new WrongUsage("one NAME at the most; put one with spaces between quotes");
        }
        String date = arguments.value("--date").orElse("");
        int dash = date.indexOf('-');
        StudyFilter filter = new StudyFilter(
                arguments.words().isEmpty() ? "" : arguments.words().getFirst(),
                arguments.value("--id").orElse(""),
                dash < 0 ? date : date.substring(0, dash),
                dash < 0 ? date : date.substring(dash + 1),
                arguments.value("--modality").orElse(""),
                arguments.value("--accession").orElse(""));
        try (StudyStore store = StoreCommands.open(arguments)) {
            List<StoredStudy> found = store.find(filter);
            for (StoredStudy study : found) {
                out.println(arguments.has("--json") ? json(study) : text(study));
            }
            return found.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
        } catch (IOException e) {
            throw new Failed(String.valueOf(e.getMessage()), e);
        }
    }

    static JsonLine json(StoredStudy study) {
        return new JsonLine()
                .put("studyUid", study.uid())
                .put("patientName", study.patient().name())
                .put("patientId", study.patient().id())
                .put("date", study.date())
                .put("time", study.time())
                .put("description", study.description())
                .put("accession", study.accession())
                .put("modalities", study.modalities())
                .put("series", study.series())
                .put("instances", study.instances())
                .put("bytes", study.bytes())
                .put("laterVersions", study.laterVersions())
                .put("unread", study.unread())
                .put("locked", study.locked())
                .put("unsent", study.unsent())
                .put("conflict", study.conflict());
    }

    private static String text(StoredStudy study) {
        return String.join(
                "  ",
                study.date(),
                study.modalities(),
                study.patient().displayName(),
                study.patient().id(),
                study.description(),
                study.series() + " series, " + study.instances() + " instances",
                study.uid());
    }
}
