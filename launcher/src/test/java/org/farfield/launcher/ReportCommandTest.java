package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.workstation.report.KeyImage;
import org.farfield.workstation.report.KeyPicture;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-03-02T08:00:00+08:00");

    @TempDir
    Path folder;

    private Report report;

    @BeforeEach
    void reportAStudy() throws Exception {
        new MadeUpCt().write(folder.resolve("study"));
        StudyHeader header = StudyHeader.of(folder.resolve("study/s0.dcm"));
        DataSet picture = KeyPicture.of(header, "2.25.3", 1, new BufferedImage(20, 10, 1), MADE);
        Files.write(folder.resolve("study/picture"), KeyPicture.toPart10(picture));
        report = Report.draft(header, "CT of the chest", "en", "Li^Wei", MADE, Map.of(Section.FINDINGS, "a < b & c"))
                .with(Section.IMPRESSION, "nodule")
                .withKeyImages(List.of(new KeyImage(KeyPicture.reference(picture), "the nodule")))
                .signed(
                        new SrDocument.Verifier("Li^Wei", "West China Hospital", "20260302080000+0800"),
                        MADE,
                        true,
                        List.of());
        Files.write(folder.resolve("study/report"), ReportDocument.of(report).toPart10());
    }

    private static CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(args));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void theCurrentReportIsOneLineOfJson() {
        CommandRun run = run(folder.resolve("study").toString(), "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"status\":\"final\""), run.out());
        assertTrue(run.out().contains("\"findings\":\"a < b & c\""), run.out());
        assertTrue(run.out().contains("\"caption\":\"the nodule\""), run.out());
        assertTrue(run.out().contains("\"sha256\":\"" + report.hash() + "\""), run.out());
    }

    @Test
    void itIsGivenOutAsPrintDocumentAndFhir() throws Exception {
        Path pdf = folder.resolve("r.pdf");
        Path sr = folder.resolve("r.dcm");
        Path fhir = folder.resolve("r.json");
        CommandRun run = run(
                folder.resolve("study").toString(),
                "--pdf",
                pdf.toString(),
                "--sr",
                sr.toString(),
                "--fhir",
                fhir.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals("%PDF-", new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.US_ASCII));
        assertEquals(
                report.hash(),
                ReportDocument.read(Part10.read(sr).dataSet()).orElseThrow().hash());
        String json = Files.readString(fhir);
        assertTrue(json.contains("\"resourceType\":\"DiagnosticReport\""), json);
        assertTrue(json.contains("\"status\":\"final\""), json);
        assertTrue(json.contains("<p>a &lt; b &amp; c</p>"), json);
        assertTrue(json.contains("\"conclusion\":\"nodule\""), json);
        assertTrue(json.contains("\"value\":\"urn:oid:" + report.study().studyUid() + "\""), json);
    }

    @Test
    void aStudyWithoutAReportIsToldSo() throws Exception {
        new MadeUpCt().write(folder.resolve("other"));
        CommandRun run = run(folder.resolve("other").toString());
        assertEquals(1, run.code());
        assertTrue(run.err().contains("there is no report"), run.err());
    }
}
