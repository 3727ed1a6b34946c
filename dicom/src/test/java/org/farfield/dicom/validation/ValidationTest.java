package org.farfield.dicom.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.farfield.dicom.CtInstance;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {
    @Test
    void anInstanceOfOurOwnIsGood() {
        assertEquals(List.of(), of(CtInstance.create(16, 16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wg04/CT1_UNC", "transfer-syntax/MR_small.dcm", "wg04/US1_UNC", "wg04/CT1_JPLL"})
    void goodFilesOfOthersAreGood(String name) throws IOException {
        assertEquals(List.of(), Validation.of(SharedData.read(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 20261301, VALUE",
        "StudyTime, 2460, VALUE",
        "PatientAge, 22, VALUE",
        "PatientSex, m, VALUE",
        "SliceThickness, 1.0mm, VALUE",
        "InstanceNumber, 1.5, VALUE",
        "StudyID, ABCDEFGHIJKLMNOPQ, VALUE",
        "FrameOfReferenceUID, 1.02.3, UID"
    })
    void aWrongValueIsNamedWithItsElement(String keyword, String value, Defect.Kind kind) {
        int tag = Tag.of(keyword);
        List<Defect> defects = of(CtInstance.create(16, 16).set(tag, value));
        assertEquals(1, defects.size(), defects.toString());
        assertEquals(tag, defects.getFirst().tag());
        assertEquals(kind, defects.getFirst().kind());
    }

    @Test
    void wrongRepresentationsNumbersOfValuesAndLengthsAreNamed() {
        DataSet d = CtInstance.create(16, 16)
                .set(Tag.PIXEL_SPACING, 1.0, 2.0, 3.0)
                .set(Tag.ROWS, Vr.UL, 16)
                .setBytes(Tag.of("ICCProfile"), Vr.OB, new byte[3]);
        assertEquals(
                List.of(Defect.Kind.VR, Defect.Kind.MULTIPLICITY, Defect.Kind.VALUE),
                of(d).stream().map(Defect::kind).toList());
    }

    @Test
    void missingAndEmptyElementsOfACtImageAreNamed() {
        DataSet d = CtInstance.create(16, 16)
                .remove(Tag.RESCALE_SLOPE)
                .setEmpty(Tag.IMAGE_TYPE)
                .remove(Tag.PATIENT_ID);
        List<String> found = of(d).stream().map(Defect::toString).toList();
        assertEquals(3, found.size(), found.toString());
        assertTrue(found.contains("(0028,1053) RescaleSlope: MISSING: required (type 1)"), found.toString());
        assertTrue(found.contains("(0008,0008) ImageType: EMPTY: required with a value (type 1)"), found.toString());
    }

    @Test
    void pixelsThatEndTooEarlyAreNamed() {
        DataSet d = CtInstance.create(16, 16).setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[510]);
        assertEquals(
                List.of(Defect.Kind.PIXELS), of(d).stream().map(Defect::kind).toList());
    }

    @Test
    void anElementOfAnItemIsNamedWithItsPath() {
        DataSet d = CtInstance.create(16, 16);
        d.newItem(Tag.REFERENCED_IMAGE_SEQUENCE).set(Tag.REFERENCED_SOP_INSTANCE_UID, "1..2");
        assertEquals("(0008,1140)[1] (0008,1155)", of(d).getFirst().path());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 2, false", "1-n, 7, true", "2-2n, 3, false", "2-2n, 4, true", "1-3, 4, false"})
    void multiplicitiesAllow(String multiplicity, int count, boolean allowed) {
        assertEquals(allowed, Multiplicity.allows(multiplicity, count));
    }

    private static List<Defect> of(DataSet dataSet) {
        return Validation.of(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }
}
