package org.farfield.workstation.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.farfield.dicom.Tag;
import org.farfield.workstation.report.sr.SrDocument;

/** A report as it is printed: patient and study, sections, key images, signatures; A4, in the report's language. */
public final class ReportPdf {
    private final Report report;
    private final ReportWords words;
    private final List<Picture> pictures;

    /** A key image and what stands below it. */
    public record Picture(BufferedImage image, String caption) {}

    private ReportPdf(Report report, List<Picture> pictures) {
        this.report = report;
        this.words = new ReportWords(report.language());
        this.pictures = pictures;
    }

    /**
     * Sets a report.
     *
     * @throws IOException no font has its characters
     */
    public static byte[] of(Report report, List<Picture> pictures) throws IOException {
        return new ReportPdf(report, pictures).set();
    }

    private byte[] set() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(report.title());
            about.setCreator("Farfield");
            Calendar made = GregorianCalendar.from(report.made());
            about.setCreationDate(made);
            document.setDocumentInformation(about);
            PdfPages pages = new PdfPages(document);
            head(pages);
            if (report.critical().isPresent()) {
                critical(pages, report.critical().get());
            }
            for (Section section : Section.values()) {
                if (!report.text(section).isBlank()) {
                    pages.heading(words.section(section));
                    pages.paragraphs(report.text(section));
                }
            }
            addenda(pages);
            signatures(pages);
            if (!pictures.isEmpty()) {
                pages.heading(words.get("images"));
                for (int i = 0; i < pictures.size(); i++) {
                    String caption = pictures.get(i).caption();
                    String number = words.get("image", i + 1);
                    pages.picture(pictures.get(i).image(), caption.isEmpty() ? number : number + ": " + caption);
                }
            }
            pages.finish((page, of) -> words.get("page", page, of), words.get("fingerprint", report.hash()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private void head(PdfPages pages) throws IOException {
        pages.title(report.title());
        pages.strong(words.get("status." + report.status().name().toLowerCase(Locale.ROOT)));
        pages.pair(
                words.get("patient"),
                words.name(report.study().text(Tag.PATIENT_NAME)),
                words.get("patientId"),
                report.study().text(Tag.PATIENT_ID));
        pages.pair(
                words.get("born"),
                date(report.study().text(Tag.PATIENT_BIRTH_DATE)),
                words.get("sex"),
                report.study().text(Tag.PATIENT_SEX));
        pages.pair(
                words.get("study"),
                report.study().text(Tag.STUDY_DESCRIPTION),
                words.get("studyDate"),
                date(report.study().text(Tag.STUDY_DATE)));
        if (!report.study().text(Tag.ACCESSION_NUMBER).isEmpty()) {
            pages.pair(words.get("accession"), report.study().text(Tag.ACCESSION_NUMBER), "", "");
        }
        pages.rule();
    }

    private void critical(PdfPages pages, CriticalFinding finding) throws IOException {
        pages.heading("! " + words.get("critical"));
        pages.paragraphs(finding.text());
        if (finding.acknowledged().isPresent()) {
            CriticalFinding.Acknowledgement by = finding.acknowledged().get();
            pages.paragraphs(words.get("acknowledged", words.name(by.name()), moment(by.at())));
        }
    }

    private void addenda(PdfPages pages) throws IOException {
        for (Addendum each : report.addenda()) {
            pages.heading(words.get("addendum", words.name(each.author()), moment(each.at())));
            pages.paragraphs(each.text());
        }
    }

    private void signatures(PdfPages pages) throws IOException {
        pages.rule();
        for (SrDocument.Verifier each : report.signatures()) {
            pages.strong(words.get("signed", words.name(each.name()), each.organization(), moment(each.at())));
        }
    }

    /** A date of DICOM with dashes. */
    static String date(String yyyymmdd) {
        return yyyymmdd.length() == 8
                ? yyyymmdd.substring(0, 4) + "-" + yyyymmdd.substring(4, 6) + "-" + yyyymmdd.substring(6)
                : yyyymmdd;
    }

    /** A moment of DICOM for eyes: {@code 2026-03-04 05:06}. */
    public static String moment(String dateTime) {
        return dateTime.length() < 12
                ? dateTime
                : date(dateTime.substring(0, 8)) + " " + dateTime.substring(8, 10) + ":" + dateTime.substring(10, 12);
    }
}
