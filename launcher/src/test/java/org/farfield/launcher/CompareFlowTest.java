package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.ReadingView;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.compare.CompareExtension;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thorax CT beside the same one as if scanned a year before, lying 37 mm further and 12 mm aside. */
class CompareFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");
    private static final String EARLIER = "19590101";
    private static final double ALONG = 37;
    private static final double ASIDE = 12;

    @TempDir
    Path folder;

    @Test
    void thePriorIsFoundRegisteredAndGoesAlong() throws Exception {
        assumeTrue(Files.isDirectory(REAL), () -> "no " + REAL + ": the comparison of real studies is not tested");
        try (OpenWindow open = new OpenWindow(new CompareExtension())) {
            WorkstationWindow window = open.window;
            open.open(yearBefore());
            Fx.await("the earlier one", open::loaded);
            open.open(REAL);
            Fx.await("the later one", () -> open.loaded() && !date(window).equals(EARLIER));
            open.run("compare.next");
            Fx.await(
                    "the registration",
                    () -> ((Label) open.hands.node("#compare-how")).getText().equals("registered"));
            assertEquals(Optional.of(Plane.AXIAL), window.reading().maximised().get());
            Fx.run(() -> window.reading().step(7));
            ReadingView beside = (ReadingView) ((BorderPane) open.hands.node("#compare")).getCenter();
            PatientVector moved = Fx.on(() -> crosshair(beside.model()).minus(crosshair(window.reading())));
            assertEquals(ALONG, moved.z(), 1);
            assertEquals(ASIDE, moved.x(), 1);
            Fx.await("the prior's picture", beside::settled);
            open.picture("comparison");
            Fx.run(() -> window.texts().language().set(Language.CHINESE));
            open.picture("comparison-zh");
            Fx.run(() -> window.texts().language().set(Language.ENGLISH));
            open.hands.click("#compare-close");
            Fx.await("two by two", () -> window.reading().maximised().get().isEmpty());
        }
    }

    private static String date(WorkstationWindow window) {
        return OpenWindow.mpr(window.reading()).displaySet().label().studyDate();
    }

    private static PatientPoint crosshair(ReadingModel reading) {
        return OpenWindow.mpr(reading).state().crosshair();
    }

    private Path yearBefore() throws IOException {
        Path out = Files.createDirectories(folder.resolve("before"));
        String study = Uids.create();
        String series = Uids.create();
        String frame = Uids.create();
        List<Path> files;
        try (Stream<Path> all = Files.list(REAL)) {
            files = all.toList();
        }
        for (Path file : files) {
            DicomFile from = Part10.read(file);
            DataSet d = from.dataSet();
            double[] at = d.decimals(Tag.IMAGE_POSITION_PATIENT);
            d.set(Tag.STUDY_INSTANCE_UID, study)
                    .set(Tag.SERIES_INSTANCE_UID, series)
                    .set(Tag.SOP_INSTANCE_UID, Uids.create())
                    .set(Tag.FRAME_OF_REFERENCE_UID, frame)
                    .set(Tag.STUDY_DATE, EARLIER)
                    .set(Tag.IMAGE_POSITION_PATIENT, at[0] + ASIDE, at[1], at[2] + ALONG);
            Files.write(
                    out.resolve(file.getFileName()),
                    Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        }
        return out;
    }
}
