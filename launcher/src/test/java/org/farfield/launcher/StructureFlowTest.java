package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.report.ReportExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ball of 40 mm in a thorax CT, contoured by somebody else: named, measured, gone to, hidden. */
class StructureFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");
    private static final double RADIUS = 40;
    private static final double BALL_ML = 4.0 / 3 * Math.PI * Math.pow(RADIUS / 10, 3);
    private static final int POINTS = 120;

    @TempDir
    Path folder;

    @Test
    void anotherSystemsContoursLieOverTheImages() throws Exception {
        assumeTrue(Files.isDirectory(REAL), () -> "no " + REAL + ": structures over a real series are not tested");
        Path study = folder.resolve("study");
        PatientPoint centre = write(study);
        try (OpenWindow open = new OpenWindow(new ReportExtension(folder.resolve("store")))) {
            open.open(study);
            Fx.await("the series", open::loaded);
            open.run("side.structures");
            Fx.await("the structures", () -> labels(open).contains("结节 Ball"));
            double volume = Fx.on(() -> labels(open).stream()
                    .filter(text -> text.endsWith(" mL"))
                    .mapToDouble(text -> Double.parseDouble(text.replace(" mL", "")))
                    .findFirst()
                    .orElseThrow());
            assertEquals(BALL_ML, volume, 0.02 * BALL_ML, "within the voxels' size");
            Fx.run(() -> buttons(open).stream()
                    .filter(button -> button.getText().equals("结节 Ball"))
                    .forEach(Button::fire));
            PatientPoint gone =
                    Fx.on(() -> OpenWindow.mpr(open.window.reading()).state().crosshair());
            assertTrue(gone.minus(centre).length() < 3, "the crosshair is in the middle: " + gone);
            open.picture("structures");
            Fx.run(() -> open.window.texts().language().set(Language.CHINESE));
            open.picture("structures-zh");
            assertEquals(1, layers(open));
            open.run("structures.toggle");
            Fx.await("nothing over the images", () -> layers(open) == 0);
            open.run("structures.toggle");
            Fx.await("the structure again", () -> layers(open) == 1);
        }
    }

    private static int layers(OpenWindow open) {
        return OpenWindow.mpr(open.window.reading()).labels().get().size();
    }

    private static List<String> labels(OpenWindow open) {
        return Stream.concat(
                        open.hands.node("#structure-page").lookupAll(".label").stream(),
                        open.hands.node("#structure-page").lookupAll(".button").stream())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static List<Button> buttons(OpenWindow open) {
        List<Button> buttons = new ArrayList<>();
        for (Node node : open.hands.node("#structure-page").lookupAll(".button")) {
            buttons.add((Button) node);
        }
        return buttons;
    }

    /** The series and an RT Structure Set (PS3.3 A.19) of one ball; where its centre is. */
    private static PatientPoint write(Path study) throws IOException {
        Files.createDirectories(study);
        List<Double> places = new ArrayList<>();
        DataSet image = new DataSet();
        try (Stream<Path> files = Files.list(REAL)) {
            for (Path file : files.filter(Part10::looksLikeDicom).toList()) {
                image = Part10.read(file, ReadOptions.HEADER).dataSet();
                places.add(image.decimals(Tag.IMAGE_POSITION_PATIENT)[2]);
                Files.copy(file, study.resolve(file.getFileName()));
            }
        }
        places.sort(null);
        double[] corner = image.decimals(Tag.IMAGE_POSITION_PATIENT);
        double[] spacing = image.decimals(Tag.PIXEL_SPACING);
        PatientPoint centre = new PatientPoint(
                corner[0] + 316 * spacing[1], corner[1] + 256 * spacing[0], places.get(places.size() / 2));
        List<DataSet> contours = new ArrayList<>();
        for (double z : places) {
            double square = RADIUS * RADIUS - (z - centre.z()) * (z - centre.z());
            if (square > 0) {
                contours.add(circle(centre, z, Math.sqrt(square)));
            }
        }
        String frame = image.string(Tag.FRAME_OF_REFERENCE_UID).orElseThrow();
        DataSet structures = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.MODALITY, "RTSTRUCT")
                .set(Tag.of("StructureSetLabel"), "Planning")
                .set(
                        Tag.STUDY_INSTANCE_UID,
                        image.string(Tag.STUDY_INSTANCE_UID).orElseThrow())
                .set(Tag.SERIES_INSTANCE_UID, Uids.create())
                .setSequence(
                        Tag.of("StructureSetROISequence"),
                        new DataSet()
                                .set(Tag.of("ROINumber"), 1)
                                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                                .set(Tag.of("ROIName"), "结节 Ball")
                                .set(Tag.of("ReferencedFrameOfReferenceUID"), frame))
                .setSequence(
                        Tag.of("ROIContourSequence"),
                        new DataSet()
                                .set(Tag.of("ReferencedROINumber"), 1)
                                .set(Tag.of("ROIDisplayColor"), 255, 160, 0)
                                .setSequence(Tag.of("ContourSequence"), contours.toArray(DataSet[]::new)));
        for (int tag : new int[] {Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX}) {
            image.string(tag).ifPresent(value -> structures.set(tag, value));
        }
        Part10.write(DicomFile.of(structures, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), study.resolve("rt.dcm"));
        return centre;
    }

    private static DataSet circle(PatientPoint centre, double z, double radius) {
        double[] points = new double[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[3 * i] = centre.x() + radius * Math.cos(2 * Math.PI * i / POINTS);
            points[3 * i + 1] = centre.y() + radius * Math.sin(2 * Math.PI * i / POINTS);
            points[3 * i + 2] = z;
        }
        return new DataSet()
                .set(Tag.of("ContourGeometricType"), "CLOSED_PLANAR")
                .set(Tag.of("NumberOfContourPoints"), POINTS)
                .set(Tag.of("ContourData"), points);
    }
}
