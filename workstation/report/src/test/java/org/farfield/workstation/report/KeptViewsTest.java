package org.farfield.workstation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.workstation.report.gsps.Annotation;
import org.farfield.workstation.report.gsps.DisplayedArea;
import org.farfield.workstation.report.gsps.Graphic;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.gsps.PresentationStateReading;
import org.farfield.workstation.report.gsps.Shutter;
import org.farfield.workstation.report.gsps.Target;
import org.farfield.workstation.report.gsps.TextMark;
import org.farfield.workstation.report.gsps.Units;
import org.farfield.workstation.report.gsps.VoiChoice;
import org.farfield.workstation.report.ko.KeyObjectSelection;
import org.farfield.workstation.report.ko.KeyReference;
import org.farfield.workstation.report.ko.KeyTitle;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key Object Selections and presentation states as files. */
class KeptViewsTest {
    private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T08:00:00+08:00");
    private static final InstanceRef FIRST = new InstanceRef("2.25.1", "2.25.2", Uids.CT_IMAGE_STORAGE, "2.25.3");
    private static final InstanceRef MANY =
            new InstanceRef("2.25.1", "2.25.4", Uids.ENHANCED_CT_IMAGE_STORAGE, "2.25.5");

    @TempDir
    Path folder = Path.of(".");

    private static StudyHeader study() {
        return StudyHeader.of(new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.PATIENT_NAME, "Zhang^San=\u5f20^\u4e09")
                .set(Tag.PATIENT_ID, "P1")
                .set(Tag.STUDY_INSTANCE_UID, "2.25.1")
                .set(Tag.STUDY_DATE, "20260302"));
    }

    private static KeyObjectSelection keys() {
        return new KeyObjectSelection(
                KeyTitle.FOR_REFERRING_PROVIDER.code(),
                "Li^Wei=\u674e^\u4f1f",
                "\u7ed3\u8282 RUL",
                List.of(
                        new KeyReference(FIRST, OptionalInt.empty()),
                        new KeyReference(MANY, OptionalInt.of(2)),
                        new KeyReference(MANY, OptionalInt.of(7))));
    }

    private static PresentationState state() {
        Target first = new Target("2.25.2", Uids.CT_IMAGE_STORAGE, "2.25.3", List.of());
        Target some = new Target("2.25.4", Uids.ENHANCED_CT_IMAGE_STORAGE, "2.25.5", List.of(2, 7));
        Target inItem = new Target("", Uids.CT_IMAGE_STORAGE, "2.25.3", List.of());
        return new PresentationState(
                new InstanceRef("2.25.1", "2.25.8", PresentationState.SOP_CLASS, "2.25.9"),
                "VIEW",
                "\u7ed3\u8282",
                "Li^Wei=\u674e^\u4f1f",
                List.of("20260302", "080000"),
                List.of(first, some),
                Optional.of(new PresentationState.Rescale(1, -1024, "HU")),
                List.of(new VoiChoice(List.of(), 40, 400.5, "LINEAR", Optional.empty())),
                true,
                List.of(new DisplayedArea(
                        List.of(), 10, 5, 300, 290, DisplayedArea.SizeMode.SCALE_TO_FIT, List.of(0.7, 0.7), 0)),
                new PresentationState.Orientation(90, true),
                List.of(new Annotation(
                        List.of(inItem),
                        "MEASUREMENTS",
                        List.of(
                                new Graphic(Units.PIXEL, Graphic.Type.POINT, List.of(1.5, 2.5), false),
                                new Graphic(Units.PIXEL, Graphic.Type.POLYLINE, List.of(0.0, 0.0, 8.0, 8.0), false),
                                new Graphic(
                                        Units.DISPLAY,
                                        Graphic.Type.INTERPOLATED,
                                        List.of(0.0, 0.0, 0.5, 0.25, 1.0, 1.0),
                                        false),
                                new Graphic(Units.PIXEL, Graphic.Type.CIRCLE, List.of(4.0, 4.0, 6.0, 4.0), false),
                                new Graphic(
                                        Units.PIXEL,
                                        Graphic.Type.ELLIPSE,
                                        List.of(1.0, 4.0, 7.0, 4.0, 4.0, 3.0, 4.0, 5.0),
                                        true)),
                        List.of(
                                new TextMark(
                                        "12.5 mm\r\n\u7ed3\u8282",
                                        Optional.of(new TextMark.Box(Units.PIXEL, 9, 8, 20, 12)),
                                        Optional.of(new TextMark.Anchor(Units.PIXEL, 8, 8)),
                                        true),
                                new TextMark(
                                        "note",
                                        Optional.empty(),
                                        Optional.of(new TextMark.Anchor(Units.DISPLAY, 0.5, 0.25)),
                                        true)))),
                List.of());
    }

    @Test
    void aKeyObjectSelectionComesBackFromItsFile() throws IOException {
        SrDocument back = SrDocument.of(
                Part10.read(keys().document(study(), MONDAY, "zh-CN").toPart10())
                        .dataSet());
        assertEquals(Optional.of(keys()), KeyObjectSelection.read(back));
        assertEquals(List.of(FIRST, MANY), back.evidence());
        assertEquals("KO", back.toDataSet().string(Tag.MODALITY).orElse(""));
    }

    @Test
    void aPresentationStateComesBackFromItsFile() throws IOException {
        DataSet back = Part10.read(state().toPart10(study())).dataSet();
        assertEquals(state(), PresentationStateReading.read(back));
    }

    @Test
    void aFrameIsMeantWhereItOrNoneIsNamed() {
        KeyReference second = new KeyReference(MANY, OptionalInt.of(2));
        assertTrue(second.means("2.25.5", OptionalInt.of(2)));
        assertFalse(second.means("2.25.5", OptionalInt.of(3)));
        assertTrue(new KeyReference(MANY, OptionalInt.empty()).means("2.25.5", OptionalInt.of(3)));
        assertFalse(second.means("2.25.3", OptionalInt.of(2)));
    }

    @Test
    void manifestsAndRejectionsAreNoKeyImages() {
        assertEquals(Optional.of(KeyTitle.MANIFEST), KeyTitle.of(new Code("113030", "DCM", "anything")));
        assertFalse(KeyTitle.MANIFEST.worthLooking());
        assertFalse(KeyTitle.REJECTED_FOR_QUALITY.worthLooking());
        assertTrue(KeyTitle.OF_INTEREST.worthLooking());
        assertEquals(Optional.empty(), KeyTitle.of(new Code("113030", "99OTHER", "Manifest")));
    }

    @Test
    void shuttersAreReadInColumnsAndRowsFromTheCorner() throws IOException {
        DataSet d = Part10.read(state().toPart10(study())).dataSet();
        d.set(0x00181600, Vr.CS, "RECTANGULAR", "POLYGONAL")
                .set(0x00181602, Vr.IS, 3)
                .set(0x00181604, Vr.IS, 6)
                .set(0x00181606, Vr.IS, 2)
                .set(0x00181608, Vr.IS, 8)
                .set(0x00181620, Vr.IS, 1, 2, 1, 5, 7, 5)
                .set(0x00181622, Vr.US, 65535);
        assertEquals(
                List.of(
                        new Shutter(List.of(2.0, 1.0, 6.0, 1.0, 6.0, 8.0, 2.0, 8.0), 1),
                        new Shutter(List.of(1.5, 0.5, 4.5, 0.5, 4.5, 6.5), 1)),
                PresentationStateReading.read(d).shutters());
    }

    @Test
    void whatMakesNoSenseInAStateIsLeftOutAndTheRestIsKept() throws IOException {
        DataSet d = Part10.read(state().toPart10(study())).dataSet();
        DataSet annotation = d.item(0x00700001).orElseThrow();
        annotation.sequence(0x00700009).get(1).set(0x00700022, Vr.FL, 1.0, 2.0, 3.0);
        annotation.sequence(0x00700009).get(3).set(0x00700023, Vr.CS, "BLOB");
        annotation.sequence(0x00700008).get(1).remove(0x00700014);
        Annotation read = PresentationStateReading.read(d).annotations().getFirst();
        assertEquals(
                List.of(Graphic.Type.POINT, Graphic.Type.INTERPOLATED, Graphic.Type.ELLIPSE),
                read.graphics().stream().map(Graphic::type).toList());
        assertEquals(1, read.texts().size());
        d.set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE);
        assertThrows(DicomException.class, () -> PresentationStateReading.read(d));
    }

    @Test
    void bothAreValidForTheValidatorOfTheField() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy is not installed");
        valid("keys", keys().document(study(), MONDAY, "zh-CN").toPart10());
        valid("state", state().toPart10(study()));
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
}
