package org.farfield.launcher;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.workstation.report.CriticalFinding;
import org.farfield.workstation.report.KeyImage;
import org.farfield.workstation.report.KeyPicture;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.ReportFiles;
import org.farfield.workstation.report.ReportPdf;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.study.Instance;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Study;

/** {@code farfield report}: the current report of a study, printed or given out in another form. No display needed. */
final class ReportCommand implements Subcommand {
    @Override
    public String name() {
        return "report";
    }

    @Override
    public String usage() {
        return "STUDY-UID|PATH [--json] [--pdf FILE] [--sr FILE] [--fhir FILE]   give out a study's report, from the store or from PATH";
    }

    /** The files of a study's documents and of everything that they may refer to. */
    private record Found(Report report, Map<String, Path> files) {}

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of("--pdf", "--sr", "--fhir"), Set.of("--json"));
        String where = arguments.onlyWord("STUDY-UID or PATH");
        Found found = find(where, err);
        Report report = found.report();
        Optional<Path> pdf = path(arguments.value("--pdf"));
        Optional<Path> fhir = path(arguments.value("--fhir"));
        byte[] print = pdf.isPresent() || fhir.isPresent() ? print(found) : new byte[0];
        write(pdf, print);
        write(path(arguments.value("--sr")), ReportDocument.of(report).toPart10());
        if (fhir.isPresent()) {
            write(fhir, (FhirReport.bundle(report, print) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        if (arguments.has("--json")) {
            out.println(json(report));
        } else if (pdf.isEmpty() && fhir.isEmpty() && arguments.value("--sr").isEmpty()) {
            text(report, out);
        }
        return ExitCode.OK;
    }

    private static Found find(String where, PrintStream err) throws Failed, WrongUsage, InterruptedException {
        Path folder = folder(where);
        OpenedPath opened = OpenedPath.scan(List.of(folder.toString()));
        Map<String, Path> files = new HashMap<>();
        List<Path> documents = new ArrayList<>();
        for (Study study : opened.result().studies()) {
            study.series().forEach(series -> {
                for (Instance instance : series.instances()) {
                    files.putIfAbsent(instance.sopInstanceUid(), instance.file());
                    if (SrDocument.canRead(instance.sopClassUid())) {
                        documents.add(instance.file());
                    }
                }
            });
        }
        ReportFiles reports = ReportFiles.of(documents);
        reports.problems().forEach(problem -> err.println("farfield report: " + problem));
        Set<String> studies = reports.reports().stream()
                .map(each -> each.study().studyUid())
                .collect(java.util.stream.Collectors.toSet());
        if (studies.size() > 1) {
            throw new Failed(where + " holds reports of " + studies.size() + " studies; name one by its UID or folder");
        }
        Report current = reports.current().orElseThrow(() -> new Failed(where + ": there is no report"));
        return new Found(current, files);
    }

    private static Path folder(String where) throws Failed, WrongUsage {
        if (!Uids.isValid(where)) {
            return path(Optional.of(where)).orElseThrow();
        }
        Path study = new LocalStore(store()).studyFolder(where);
        if (!Files.isDirectory(study)) {
            throw new Failed("the store has no study " + where);
        }
        return study;
    }

    private static Path store() throws Failed {
        try {
            return StorePassphrase.unlocked(StateFolder.ofEnvironment().store());
        } catch (IOException e) {
            throw new Failed("the store cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> path(Optional<String> word) throws WrongUsage {
        try {
            return word.map(Path::of);
        } catch (InvalidPathException e) {
            throw new WrongUsage("'" + word.orElse("") + "' is no path: " + e.getReason());
        }
    }

    private static void write(Optional<Path> file, byte[] content) throws Failed {
        if (file.isPresent()) {
            try {
                Files.write(file.get(), content);
            } catch (IOException e) {
                throw new Failed("cannot write " + file.get() + ": " + e.getMessage(), e);
            }
        }
    }

    private static byte[] print(Found found) throws Failed {
        List<ReportPdf.Picture> pictures = new ArrayList<>();
        for (KeyImage image : found.report().keyImages()) {
            Path file = found.files().get(image.picture().sopInstanceUid());
            if (file == null) {
                throw new Failed("the key image " + image.picture().sopInstanceUid() + " is not in the study");
            }
            try {
                BufferedImage picture = KeyPicture.read(file);
                pictures.add(new ReportPdf.Picture(picture, image.caption()));
            } catch (IOException e) {
                throw new Failed(file + ": " + e.getMessage(), e);
            }
        }
        try {
            return ReportPdf.of(found.report(), pictures);
        } catch (IOException e) {
            throw new Failed("the report cannot be printed: " + e.getMessage(), e);
        }
    }

    static JsonLine json(Report report) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            if (!report.text(section).isBlank()) {
                sections.put(section.id(), report.text(section));
            }
        }
        JsonLine line = new JsonLine()
                .put("studyUid", report.study().studyUid())
                .put("sopInstanceUid", report.place().sopInstanceUid())
                .put("patientName", report.study().text(Tag.PATIENT_NAME))
                .put("patientId", report.study().text(Tag.PATIENT_ID))
                .put("title", report.title())
                .put("language", report.language())
                .put("status", report.status().name().toLowerCase(Locale.ROOT))
                .put("made", report.made().toOffsetDateTime().toString())
                .put("sections", sections)
                .put(
                        "keyImages",
                        report.keyImages().stream()
                                .map(each -> new JsonLine()
                                        .put("sopInstanceUid", each.picture().sopInstanceUid())
                                        .put("caption", each.caption()))
                                .toList());
        critical(report, line);
        return line.put(
                        "signatures",
                        report.signatures().stream()
                                .map(each -> new JsonLine()
                                        .put("name", each.name())
                                        .put("organization", each.organization())
                                        .put("at", each.at()))
                                .toList())
                .put(
                        "addenda",
                        report.addenda().stream()
                                .map(each -> new JsonLine()
                                        .put("author", each.author())
                                        .put("at", each.at())
                                        .put("text", each.text()))
                                .toList())
                .put("sha256", report.hash());
    }

    private static void critical(Report report, JsonLine line) {
        Optional<CriticalFinding> finding = report.critical();
        if (finding.isEmpty()) {
            line.putNull("critical");
            return;
        }
        JsonLine said = new JsonLine().put("text", finding.get().text());
        finding.get()
                .acknowledged()
                .ifPresent(by -> said.put("acknowledgedBy", by.name()).put("acknowledgedAt", by.at()));
        line.put("critical", said);
    }

    private static void text(Report report, PrintStream out) {
        out.println(report.title() + " (" + report.status().name().toLowerCase(Locale.ROOT) + ")");
        for (Section section : Section.values()) {
            if (!report.text(section).isBlank()) {
                out.println();
                out.println(section.id() + ":");
                out.println(report.text(section));
            }
        }
        report.critical().ifPresent(finding -> out.println("\ncritical: " + finding.text()));
        report.signatures().forEach(each -> out.println("\nsigned: " + each.name() + ", " + each.at()));
        report.addenda().forEach(each -> out.println("\naddendum: " + each.text()));
        out.println("\nsha256: " + report.hash());
    }
}
