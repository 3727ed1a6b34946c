package org.farfield.launcher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportWords;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;

/** A report as FHIR R4: a collection of Patient, ImagingStudy and DiagnosticReport, the print in it. */
final class FhirReport {
    private static final String LOINC = "http://loinc.org";

    private FhirReport() {}

    static JsonLine bundle(Report report, byte[] pdf) {
        StudyHeader study = report.study();
        String patient = reference("patient", study);
        String imaging = reference("study", study);
        return new JsonLine()
                .put("resourceType", "Bundle")
                .put("type", "collection")
                .put("timestamp", report.made().toOffsetDateTime().toString())
                .put(
                        "entry",
                        List.of(
                                entry(patient, patient(study)),
                                entry(imaging, imagingStudy(study, patient)),
                                entry(
                                        "urn:uuid:" + uuid(report.place().sopInstanceUid()),
                                        diagnosticReport(report, patient, imaging, pdf))));
    }

    private static JsonLine entry(String url, JsonLine resource) {
        return new JsonLine().put("fullUrl", url).put("resource", resource);
    }

    private static String reference(String kind, StudyHeader study) {
        return "urn:uuid:" + uuid(kind + study.studyUid() + study.text(Tag.PATIENT_ID));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonLine patient(StudyHeader study) {
        PersonName name = PersonName.parse(study.text(Tag.PATIENT_NAME));
        JsonLine line = new JsonLine().put("resourceType", "Patient");
        if (!study.text(Tag.PATIENT_ID).isEmpty()) {
            line.put("identifier", List.of(new JsonLine().put("value", study.text(Tag.PATIENT_ID))));
        }
        List<JsonLine> names = new ArrayList<>();
        for (String group : List.of(name.alphabetic(), name.ideographic())) {
            if (!group.isEmpty()) {
                String[] parts = group.split("\\^", -1);
                JsonLine one = new JsonLine().put("family", parts[0]);
                if (parts.length > 1 && !parts[1].isEmpty()) {
                    one.put("given", List.of(parts[1]));
                }
                names.add(one);
            }
        }
        if (!names.isEmpty()) {
            line.put("name", names);
        }
        line.put(
                "gender",
                switch (study.text(Tag.PATIENT_SEX)) {
                    case "M" -> "male";
                    case "F" -> "female";
                    case "O" -> "other";
                    default -> "unknown";
                });
        String born = study.text(Tag.PATIENT_BIRTH_DATE);
        return born.length() == 8 ? line.put("birthDate", date(born)) : line;
    }

    private static String date(String yyyymmdd) {
        return yyyymmdd.substring(0, 4) + "-" + yyyymmdd.substring(4, 6) + "-" + yyyymmdd.substring(6);
    }

    private static JsonLine imagingStudy(StudyHeader study, String patient) {
        JsonLine line = new JsonLine()
                .put("resourceType", "ImagingStudy")
                .put(
                        "identifier",
                        List.of(new JsonLine()
                                .put("system", "urn:dicom:uid")
                                .put("value", "urn:oid:" + study.studyUid())))
                .put("status", "available")
                .put("subject", new JsonLine().put("reference", patient));
        String when = study.text(Tag.STUDY_DATE);
        if (when.length() == 8) {
            line.put("started", date(when));
        }
        String description = study.text(Tag.STUDY_DESCRIPTION);
        return description.isEmpty() ? line : line.put("description", description);
    }

    private static JsonLine diagnosticReport(Report report, String patient, String imaging, byte[] pdf) {
        JsonLine line = new JsonLine()
                .put("resourceType", "DiagnosticReport")
                .put("text", new JsonLine().put("status", "generated").put("div", narrative(report)))
                .put(
                        "identifier",
                        List.of(new JsonLine()
                                .put("system", "urn:dicom:uid")
                                .put("value", "urn:oid:" + report.place().sopInstanceUid())))
                .put("status", status(report))
                .put("category", List.of(coded("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Radiology")))
                .put("code", coded(LOINC, "18748-4", "Diagnostic imaging study"))
                .put("subject", new JsonLine().put("reference", patient))
                .put("issued", report.made().toOffsetDateTime().toString());
        if (!report.signatures().isEmpty()) {
            line.put(
                    "resultsInterpreter",
                    report.signatures().stream()
                            .map(each -> new JsonLine().put("display", signer(each)))
                            .toList());
        }
        line.put("imagingStudy", List.of(new JsonLine().put("reference", imaging)));
        if (!report.text(Section.IMPRESSION).isBlank()) {
            line.put("conclusion", report.text(Section.IMPRESSION));
        }
        return line.put(
                "presentedForm",
                List.of(new JsonLine()
                        .put("contentType", "application/pdf")
                        .put("language", report.language())
                        .put("data", Base64.getEncoder().encodeToString(pdf))
                        .put("title", report.title())));
    }

    private static String signer(SrDocument.Verifier by) {
        return PersonName.parse(by.name()).display() + ", " + by.organization();
    }

    private static JsonLine coded(String system, String code, String display) {
        return new JsonLine()
                .put(
                        "coding",
                        List.of(new JsonLine()
                                .put("system", system)
                                .put("code", code)
                                .put("display", display)));
    }

    private static String status(Report report) {
        return switch (report.status()) {
            case DRAFT -> "partial";
            case FIRST_SIGNED -> "preliminary";
            case FINAL -> report.addenda().isEmpty() ? "final" : "appended";
        };
    }

    private static String narrative(Report report) {
        ReportWords words = new ReportWords(report.language());
        StringBuilder div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        for (Section section : Section.values()) {
            if (!report.text(section).isBlank()) {
                div.append("<h2>").append(escaped(words.section(section))).append("</h2>");
                report.text(section)
                        .lines()
                        .forEach(each -> div.append("<p>").append(escaped(each)).append("</p>"));
            }
        }
        return div.append("</div>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
