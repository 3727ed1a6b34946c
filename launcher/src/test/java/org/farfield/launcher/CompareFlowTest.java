package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.ReadingView;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.compare.CompareExtension;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thorax CT beside the same one as if scanned a year before, lying 37 mm further and 12 mm aside. */
@SuppressWarnings("NullAway.Init") // the fields are set by the test, on the FX thread
class CompareFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");
    private static final String EARLIER = "19590101";
    private static final double ALONG = 37;
    private static final double ASIDE = 12;

    @TempDir
    Path folder;

    private RenderLoop loop;
    private WorkstationWindow window;
    private WindowExtension.Attached attached;
    private Stage stage;
    private Hands hands;

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            Fx.run(() -> {
                attached.close();
                stage.hide();
            });
            loop.close();
        }
    }

    @Test
    void thePriorIsFoundRegisteredAndGoesAlong() throws Exception {
        assumeTrue(Files.isDirectory(REAL), () -> "no " + REAL + ": the comparison of real studies is not tested");
        Path before = yearBefore();
        Fx.start();
        loop = new RenderLoop(new CpuEngine(2));
        stage = Fx.on(() -> {
            Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), WorkstationWindow.class, "messages");
            window = new WorkstationWindow(loop, texts, new Appearance());
            attached = new CompareExtension().attach(window);
            Stage made = new Stage();
            made.setX(0);
            made.setY(0);
            window.showOn(made, 1600, 1000);
            window.opening().open(List.of(before));
            return made;
        });
        hands = new Hands(stage);
        Fx.await("the earlier one", this::loaded);
        Fx.run(() -> window.opening().open(List.of(REAL)));
        Fx.await("the later one", () -> loaded() && !date().equals(EARLIER));
        Fx.run(() -> window.commands().run(window.commands().get("compare.next")));
        Fx.await("the registration", () -> how().equals("registered"));
        assertEquals(Optional.of(Plane.AXIAL), window.reading().maximised().get());
        Fx.run(() -> window.reading().step(7));
        PatientVector moved = Fx.on(() ->
                prior().state().crosshair().minus(mpr(window.reading()).state().crosshair()));
        assertEquals(ALONG, moved.z(), 1);
        assertEquals(ASIDE, moved.x(), 1);
        picture("comparison");
        Fx.run(() -> window.texts().language().set(Language.CHINESE));
        picture("comparison-zh");
        Fx.run(() -> window.texts().language().set(Language.ENGLISH));
        hands.click("#compare-close");
        Fx.await("two by two", () -> window.reading().maximised().get().isEmpty());
    }

    private boolean loaded() {
        return window.reading().mpr().get().isPresent()
                && !window.load().busy().get()
                && mpr(window.reading()).displaySet().volume().complete();
    }

    private String date() {
        return mpr(window.reading()).displaySet().label().studyDate();
    }

    private String how() {
        return ((Label) hands.node("#compare-how")).getText();
    }

    private static MprModel mpr(ReadingModel reading) {
        return reading.mpr().get().orElseThrow();
    }

    private ReadingView beside() {
        return (ReadingView) ((BorderPane) hands.node("#compare")).getCenter();
    }

    private MprModel prior() {
        return mpr(beside().model());
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

    private void picture(String name) throws Exception {
        Fx.await("the pictures", () -> window.view().settled() && beside().settled());
        Fx.run(() -> {
            File file = Path.of("target", "pictures", name + ".png").toFile();
            file.getParentFile().mkdirs();
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
