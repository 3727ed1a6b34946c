package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.report.ReportDesk;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportFiles;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.SrDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two readers at one workstation, by mouse and keys: measured, reported, signed, read again, changed, signed. */
@SuppressWarnings("NullAway.Init") // the fields are set before each test, on the FX thread
class ReportFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");

    @TempDir
    Path folder;

    private OpenWindow open;
    private WorkstationWindow window;
    private ReportDesk desk;
    private Stage stage;
    private Hands hands;

    @BeforeEach
    void openTheStudy() throws Exception {
        Path images = REAL;
        if (!Files.isDirectory(REAL)) {
            images = folder.resolve("ct");
            new MadeUpCt().write(images);
        }
        open = new OpenWindow(shown -> {
            desk = new ReportDesk(shown, folder.resolve("store"), Clock.systemUTC());
            return desk::close;
        });
        window = open.window;
        stage = open.stage;
        hands = open.hands;
        open.open(images);
        Fx.await("the series", () -> open.loaded() && window.view().settled());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aStudyIsMeasuredReportedReadTwiceAndSigned() throws Exception {
        measure();
        begin();
        signFirst();
        readAgain();
        addToIt();
        everythingLiesInTheStudy();
    }

    private void measure() throws Exception {
        open.run("side.measurements");
        open.run("tool.distance");
        hands.drag(".viewport.axial", new Point2D(150, 120), new Point2D(230, 180));
        open.run("tool.ellipse");
        hands.drag(".viewport.axial", new Point2D(260, 200), new Point2D(310, 240));
        Fx.await(
                "two measurements",
                () -> window.reading().mpr().get().orElseThrow().measure().all().size() == 2);
        Fx.await(
                "the list",
                () -> stage.getScene().getRoot().lookupAll(".measurement-row").size() == 2);
        open.run("tool.window");
        open.picture("measurement-list");
        hands.click("#measure-save");
        Fx.await("the saved measurements", () -> text("#measurement-standing").contains("Saved"));
        open.run("key.image");
        Fx.await("the draft", () -> status().equals("Draft: not signed"));
    }

    private void begin() throws Exception {
        type("#reader-name", "Li^Wei=\u674e^\u4f1f");
        type("#reader-organization", "West China Hospital");
        type("#section-impression", "Nodule in the right upper lobe.");
        hands.click("#report-insert");
        Fx.await("the numbers", () -> report().text(Section.FINDINGS).contains("mm"));
        open.picture("report-draft");
    }

    private void signFirst() throws Exception {
        hands.click("#report-sign-first");
        Fx.await("the first signature", () -> report().status() == Report.Status.FIRST_SIGNED);
        open.picture("report-first-signed");
    }

    /** The second reader changes one section, sees the difference, and takes the first one's words over in another. */
    private void readAgain() throws Exception {
        type("#reader-name", "Wang^Fang=\u738b^\u82b3");
        hands.click("#report-review");
        Fx.await("the second reading", () -> status().equals("Second reading: not signed"));
        String findings = report().text(Section.FINDINGS);
        type("#section-findings", "Something else.");
        type("#section-impression", "Nodule in the right upper lobe, follow up in three months.");
        Fx.await("two differences", () -> desk.report().differences().size() == 2);
        open.picture("report-second-reading");
        hands.click("#restore-findings");
        Fx.await("one difference", () -> desk.report().differences().equals(List.of(Section.IMPRESSION)));
        assertEquals(findings, report().text(Section.FINDINGS));
        hands.click("#report-sign");
        Fx.await("the last signature", () -> report().status() == Report.Status.FINAL);
        Fx.run(() -> window.texts().language().set(Language.CHINESE));
        open.picture("report-final-zh");
        Fx.run(() -> window.texts().language().set(Language.ENGLISH));
    }

    private void addToIt() throws Exception {
        type("#report-addendum", "Discussed with the surgeon.");
        hands.click("#report-add");
        Fx.await("the addendum", () -> report().addenda().size() == 1);
    }

    private void everythingLiesInTheStudy() throws Exception {
        Fx.run(() -> desk.close());
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long prints = 0;
        long pictures = 0;
        for (Path file : files) {
            DataSet d = Part10.read(file).dataSet();
            prints += d.string(Tag.MODALITY).orElse("").equals("DOC") ? 1 : 0;
            pictures += d.string(Tag.MODALITY).orElse("").equals("OT") ? 1 : 0;
        }
        assertEquals(2, prints, "a print of the final report and one with the addendum");
        assertEquals(1, pictures);
        ReportFiles reports =
                ReportFiles.of(files.stream().filter(ReportFlowTest::isDocument).toList());
        assertEquals(List.of(), reports.problems());
        assertEquals(3, reports.reports().size(), "first signed, final, with its addendum");
        Report current = reports.current().orElseThrow();
        assertEquals("Wang^Fang=\u738b^\u82b3", current.signatures().getFirst().name());
        assertEquals(1, current.signatures().size(), "the first reader did not sign the changed words");
        assertTrue(current.text(Section.IMPRESSION).endsWith("three months."));
        assertEquals(1, current.keyImages().size());
        try (Stream<Path> drafts = Files.list(folder.resolve("drafts"))) {
            assertEquals(0, drafts.count(), "nothing is left unfinished");
        }
    }

    private static boolean isDocument(Path file) {
        try {
            return SrDocument.canRead(Part10.read(file).sopClassUid());
        } catch (IOException e) {
            return false;
        }
    }

    private Report report() {
        return desk.report().report().get().orElseThrow();
    }

    private String status() {
        return text("#report-status");
    }

    private String text(String selector) {
        return ((Labeled) hands.node(selector)).getText();
    }

    /** Words that no keyboard here has are put in as pasted. */
    private void type(String selector, String words) throws Exception {
        Fx.run(() -> {
            TextInputControl field = (TextInputControl) hands.node(selector);
            field.requestFocus();
            field.setText(words);
        });
    }
}
