package org.farfield.workstation.reading.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.workstation.reading.archive.ReadingState.Step;
import org.farfield.workstation.report.Addendum;
import org.farfield.workstation.report.CriticalFinding;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.Patient;
import org.farfield.workstation.study.archive.FoundStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One study through the hands of two readers. */
class ReadingStatesTest {
    private static final String STUDY = "2.25.99";
    private static final ZonedDateTime WHEN = ZonedDateTime.of(2026, 3, 4, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final SrDocument.Verifier LI =
            new SrDocument.Verifier("Li^Wei=\u674e^\u4f1f", "West China Hospital", "20260304090000");
    private static final SrDocument.Verifier WANG =
            new SrDocument.Verifier("Wang^Fang", "West China Hospital", "20260304100000");

    @TempDir
    Path folder;

    private ReadingStates states() {
        return new ReadingStates(new DraftFolder(folder.resolve("drafts")));
    }

    private static FoundStudy study(boolean unread) {
        return new FoundStudy(STUDY, new Patient("A^B", "1", "", ""), "", "", "", "", "CT,SR", 3, unread);
    }

    private static Report draft() {
        StudyHeader header = StudyHeader.of(new DataSet()
                .set(Tag.STUDY_INSTANCE_UID, STUDY)
                .set(Tag.PATIENT_NAME, "A^B")
                .set(Tag.PATIENT_ID, "1"));
        return Report.draft(header, "Chest CT", "en", "Li^Wei=\u674e^\u4f1f", WHEN, Map.of(Section.FINDINGS, "x"));
    }

    private Path file(Report report) throws IOException {
        Path file = folder.resolve(Uids.create());
        Files.write(file, ReportDocument.of(report).toPart10());
        return file;
    }

    private void assertState(Step step, String reader, boolean critical, boolean unread, Report... reports)
            throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (Report report : reports) {
            files.add(file(report));
        }
        assertEquals(new ReadingState(step, reader, critical), states().of(study(unread), files));
    }

    @Test
    void aStudyGoesFromUnreadToItsAddendum() throws IOException {
        assertState(Step.UNREAD, "", false, true);
        assertState(Step.OPENED, "", false, false);
        Report first = draft().signed(LI, WHEN, false, List.of());
        assertState(Step.FIRST_READ, "Li Wei \u00b7 \u674e \u4f1f", false, true, first);
        Report last = first.reopened("Wang^Fang", WHEN).signed(WANG, WHEN, true, List.of());
        assertState(Step.SIGNED, "Wang Fang", false, true, first, last);
        Report added = last.added(new Addendum("more", "Wang^Fang", "20260304110000"), WHEN);
        assertState(Step.ADDENDUM, "Wang Fang", false, false, first, last, added);
    }

    @Test
    void aDraftSaysWhoReadsNow() throws IOException {
        DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
        Path place = drafts.file("report", STUDY);
        drafts.write(place, ReportDocument.of(draft()).toPart10());
        assertState(Step.READING, "Li Wei \u00b7 \u674e \u4f1f", false, true);
        Report first = draft().signed(LI, WHEN, false, List.of());
        drafts.write(place, ReportDocument.of(first.reopened("Wang^Fang", WHEN)).toPart10());
        assertState(Step.SECOND_READING, "Wang Fang", false, true, first);
    }

    @Test
    void aCriticalFindingWaitsUntilSomebodyTookNote() throws IOException {
        Report found = draft().with(Optional.of(new CriticalFinding("pneumothorax", Optional.empty())))
                .signed(LI, WHEN, true, List.of());
        assertState(Step.SIGNED, "Li Wei \u00b7 \u674e \u4f1f", true, false, found);
        Report known = found.acknowledged(new CriticalFinding.Acknowledgement("Zhao", "20260304110000"), WHEN);
        assertState(Step.SIGNED, "Li Wei \u00b7 \u674e \u4f1f", false, false, found, known);
    }
}
