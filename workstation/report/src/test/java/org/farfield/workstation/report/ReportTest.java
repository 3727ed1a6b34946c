package org.farfield.workstation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T08:00:00+08:00");
    private static final SrDocument.Verifier LI =
            new SrDocument.Verifier("Li^Wei=\u674e^\u4f1f", "West China Hospital", "20260302081500+0800");
    private static final SrDocument.Verifier WANG =
            new SrDocument.Verifier("Wang^Fang", "West China Hospital", "20260302091500+0800");

    @TempDir
    Path folder = Path.of(".");

    private static StudyHeader study() {
        return StudyHeader.of(new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "GB18030")
                .set(Tag.PATIENT_NAME, "Zhang^San=\u5f20^\u4e09")
                .set(Tag.PATIENT_ID, "P1")
                .set(Tag.PATIENT_BIRTH_DATE, "19600102")
                .set(Tag.PATIENT_SEX, "F")
                .set(Tag.STUDY_INSTANCE_UID, "2.25.1")
                .set(Tag.STUDY_DESCRIPTION, "\u80f8\u90e8 CT")
                .set(Tag.STUDY_DATE, "20260302"));
    }

    private static Report draft() {
        return Report.draft(
                        study(),
                        "\u80f8\u90e8 CT \u68c0\u67e5\u62a5\u544a",
                        "zh-CN",
                        LI.name(),
                        MONDAY,
                        Map.of(Section.FINDINGS, "\u53f3\u4e0a\u80ba\u7ed3\u8282 8 mm\nno effusion"))
                .with(Section.IMPRESSION, "nodule");
    }

    private static Report readBack(Report report) throws IOException {
        return ReportDocument.read(
                        Part10.read(ReportDocument.of(report).toPart10()).dataSet())
                .orElseThrow();
    }

    @Test
    void everyStateComesBackFromItsDocument() throws IOException {
        Report first = draft().signed(LI, MONDAY, false, List.of());
        Report last = first.reopened("Wang^Fang", MONDAY.plusHours(1))
                .with(Section.IMPRESSION, "nodule, follow up")
                .with(Optional.of(new CriticalFinding("pneumothorax", Optional.empty())))
                .signed(WANG, MONDAY.plusHours(1), true, List.of());
        Report after = last.acknowledged(
                        new CriticalFinding.Acknowledgement("Zhao^Local", "20260302100000+0800"), MONDAY.plusHours(2))
                .added(new Addendum("seen with surgery", "Wang^Fang", "20260303080000+0800"), MONDAY.plusDays(1));
        for (Report each : List.of(draft(), first, last, after)) {
            Report back = readBack(each);
            assertEquals(each.status(), back.status());
            assertEquals(each.texts(), back.texts());
            assertEquals(each.critical(), back.critical());
            assertEquals(each.addenda(), back.addenda());
            assertEquals(each.signatures(), back.signatures());
            assertEquals(each.before(), back.before());
            assertEquals(each.title(), back.title());
            assertEquals("zh-CN", back.language());
            assertEquals(each.made().toInstant(), back.made().toInstant());
            assertEquals(each.hash(), back.hash(), "the fingerprint is that of the content");
        }
        assertEquals(List.of(LI), first.signatures());
        assertEquals(List.of(WANG), last.signatures(), "the first reader did not sign the second one's words");
        assertEquals(first.reference(), last.before().getFirst());
    }

    @Test
    void aSecondSignatureUnderTheSameWordsStandsBesideTheFirst() {
        Report first = draft().signed(LI, MONDAY, false, List.of());
        Report again = first.reopened("Wang^Fang", MONDAY.plusHours(1));
        assertTrue(again.saysTheSame(first));
        assertFalse(again.with(Section.IMPRESSION, "tumour").saysTheSame(first));
        assertEquals(
                List.of(LI, WANG),
                again.signed(WANG, MONDAY.plusHours(1), true, first.signatures())
                        .signatures());
    }

    @Test
    void oneChangedLetterChangesTheFingerprint() {
        Report one = draft();
        assertNotEquals(one.hash(), one.with(Section.IMPRESSION, "nodulE").hash());
        Report moved = one.with(Section.FINDINGS, "").with(Section.IMPRESSION, one.text(Section.FINDINGS) + "nodule");
        assertNotEquals(one.hash(), moved.hash(), "the same letters in another section");
    }

    @Test
    void thePrintedReportHoldsEveryWordInBothScripts() throws IOException {
        Report report = draft().signed(LI, MONDAY, true, List.of());
        byte[] pdf;
        try {
            pdf = ReportPdf.of(report, List.of(new ReportPdf.Picture(new BufferedImage(40, 30, 1), "\u7ed3\u8282")));
        } catch (IOException e) {
            assumeTrue(!String.valueOf(e.getMessage()).startsWith("no TrueType font"), String.valueOf(e.getMessage()));
            throw e;
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (String word : List.of(
                    "\u80f8\u90e8CT\u68c0\u67e5\u62a5\u544a",
                    "\u53f3\u4e0a\u80ba\u7ed3\u82828mm",
                    "noeffusion",
                    "ZhangSan",
                    "\u674e\u4f1f",
                    "2026-03-0208:15",
                    "\u56fe1:\u7ed3\u8282",
                    report.hash())) {
                assertTrue(text.contains(word), word + " in " + text);
            }
        }
    }

    @Test
    void documentsAreValidForTheValidatorOfTheField() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy is not installed");
        DataSet picture = KeyPicture.of(study(), "2.25.3", 1, new BufferedImage(31, 21, 1), MONDAY);
        Report report = draft().withKeyImages(List.of(new KeyImage(KeyPicture.reference(picture), "nodule")))
                .with(Optional.of(new CriticalFinding("pneumothorax", Optional.empty())))
                .signed(LI, MONDAY, true, List.of());
        valid("report", ReportDocument.of(report).toPart10());
        valid("picture", KeyPicture.toPart10(picture));
        valid("pdf", EncapsulatedPdf.of(report, new byte[] {'%', 'P', 'D', 'F', '-'}));
    }

    private void valid(String name, byte[] part10) throws Exception {
        Path file = Files.write(folder.resolve(name), part10);
        Process run = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        assertEquals(
                List.of(), said.lines().filter(line -> line.startsWith("Error")).toList(), name + ": " + said);
    }

    @Test
    void dcmtkReadsTheReport() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dsr2html")), "dsr2html is not installed");
        Path file = Files.write(
                folder.resolve("report"),
                ReportDocument.of(draft().signed(LI, MONDAY, true, List.of())).toPart10());
        Path html = folder.resolve("report.html");
        Process run = new ProcessBuilder("dsr2html", file.toString(), html.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, run.waitFor(), said);
        String text = Files.readString(html);
        assertTrue(text.contains("no effusion") && text.contains("Impression"), text);
    }

    @Test
    void aPictureComesBackAsItWas() throws IOException {
        BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(4, 2, 0x123456);
        Path file = Files.write(
                folder.resolve("picture"), KeyPicture.toPart10(KeyPicture.of(study(), "2.25.3", 1, image, MONDAY)));
        BufferedImage back = KeyPicture.read(file);
        assertEquals(5, back.getWidth());
        assertEquals(0x123456, back.getRGB(4, 2) & 0xFFFFFF);
    }

    @Test
    void everyShippedTemplateIsThereInBothLanguagesWithTheSameSections() {
        List<ReportTemplate> all = ReportTemplate.shipped();
        for (ReportTemplate english :
                all.stream().filter(t -> t.language().equals("en")).toList()) {
            ReportTemplate chinese = all.stream()
                    .filter(t -> t.id().equals(english.id()) && t.language().equals("zh-CN"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(english.texts().keySet(), chinese.texts().keySet(), english.id());
            for (Section section : english.texts().keySet()) {
                assertEquals(
                        english.texts().getOrDefault(section, "").lines().count(),
                        chinese.texts().getOrDefault(section, "").lines().count(),
                        english.id() + " " + section);
            }
        }
        assertEquals(14, all.size());
    }

    @Test
    void theTemplateOfTheBodyPartIsTheFirstChoice() {
        ReportTemplate best = ReportTemplate.shipped().stream()
                .max(java.util.Comparator.comparingInt(t -> t.fits("zh-CN", "CT", "\u80f8\u90e8\u5e73\u626b")))
                .orElseThrow();
        assertEquals("chest-ct", best.id());
    }

    @Test
    void aTemplateWithAnUnknownSectionNamesItsLine() {
        IOException e = org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> ReportTemplate.parse("site.txt", "[x] en\ntitle: X\n-- findngs\n"));
        assertEquals("site.txt line 3: there is no section findngs", e.getMessage());
    }
}
