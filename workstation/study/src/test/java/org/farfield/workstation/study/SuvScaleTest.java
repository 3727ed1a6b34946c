package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.junit.jupiter.api.Test;

class SuvScaleTest {

    private static final double HALF_LIFE = 6586.2;

    /** 400 MBq of F-18 an hour and a half-life before the scan of a woman of 70 kg and 1.65 m. */
    private final DataSet d = new DataSet();

    private final DataSet drug;

    SuvScaleTest() {
        set(d, "Units", "BQML");
        set(d, "DecayCorrection", "START");
        set(d, "CorrectedImage", "ATTN", "SCAT", "DECY");
        set(d, "SeriesDate", "20240510");
        set(d, "SeriesTime", "101500");
        set(d, "AcquisitionDate", "20240510");
        set(d, "AcquisitionTime", "101500.000");
        set(d, "PatientWeight", "70");
        set(d, "PatientSize", "1.65");
        set(d, "PatientSex", "F");
        drug = d.newItem(Tag.of("RadiopharmaceuticalInformationSequence"));
        set(drug, "RadionuclideTotalDose", "400000000");
        set(drug, "RadionuclideHalfLife", String.valueOf(HALF_LIFE));
        set(drug, "RadiopharmaceuticalStartTime", "091500");
    }

    private static void set(DataSet to, String keyword, String... values) {
        to.set(Tag.of(keyword), values);
    }

    private double scale(SuvKind kind) {
        return ((SuvScale.Known) SuvScale.of(d, kind)).perBecquerel();
    }

    private String reason(SuvKind kind) {
        return ((SuvScale.Refused) SuvScale.of(d, kind)).reason();
    }

    @Test
    void bodyWeightIsTheDoseLeftSharedOutOverTheBody() {
        // A dose that is spread evenly over 70 kg of water gives 1, whenever it is measured.
        double left = 400e6 * Math.exp(-Math.log(2) * 3600 / HALF_LIFE);
        assertEquals(1, scale(SuvKind.BODY_WEIGHT) * left / 70_000, 1e-9);
    }

    @Test
    void correctedToTheInjectionTheWholeDoseCounts() {
        set(d, "DecayCorrection", "ADMIN");
        assertEquals(70_000 / 400e6, scale(SuvKind.BODY_WEIGHT), 1e-15);
    }

    @Test
    void injectionBeforeMidnightIsCountedByItsDate() {
        set(drug, "RadiopharmaceuticalStartDateTime", "20240509231500.000000+0800");
        double left = 400e6 * Math.pow(2, -11 * 3600 / HALF_LIFE);
        assertEquals(70_000 / left, scale(SuvKind.BODY_WEIGHT), 1e-9);
    }

    @Test
    void leanBodyMassIsJanmahasatians() {
        set(d, "DecayCorrection", "ADMIN");
        double index = 70 / (1.65 * 1.65);
        assertEquals(1000 * 9270 * 70 / (8780 + 244 * index) / 400e6, scale(SuvKind.LEAN_BODY_MASS), 1e-15);
        assertEquals(43.11, scale(SuvKind.LEAN_BODY_MASS) * 400e6 / 1000, 0.05, "kg");
        set(d, "PatientSex", "M");
        assertEquals(1000 * 9270 * 70 / (6680 + 216 * index) / 400e6, scale(SuvKind.LEAN_BODY_MASS), 1e-15);
        set(d, "PatientSex", "O");
        assertTrue(reason(SuvKind.LEAN_BODY_MASS).contains("(0010,0040)"));
    }

    @Test
    void bodySurfaceIsDuBoisAndDuBois() {
        set(d, "DecayCorrection", "ADMIN");
        double squareMetres = scale(SuvKind.BODY_SURFACE) * 400e6 / 10_000;
        assertEquals(0.007184 * Math.pow(70, 0.425) * Math.pow(165, 0.725), squareMetres, 1e-9);
        assertEquals(1.77, squareMetres, 0.01);
    }

    @Test
    void whatIsMissingIsNamed() {
        d.remove(Tag.of("PatientSize"));
        assertTrue(reason(SuvKind.BODY_SURFACE).contains("PatientSize"));
        assertTrue(scale(SuvKind.BODY_WEIGHT) > 0, "body weight needs no size");
        drug.remove(Tag.of("RadionuclideHalfLife"));
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("RadionuclideHalfLife"));
        set(d, "Units", "CNTS");
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("CNTS"));
    }

    @Test
    void timesThatCannotBeRightAreRefused() {
        set(drug, "RadiopharmaceuticalStartTime", "110000");
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("after the start"));
        set(drug, "RadiopharmaceuticalStartTime", "091500");
        set(d, "SeriesTime", "120000");
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("after its own images"));
        set(d, "SeriesTime", "101500");
        set(d, "CorrectedImage", "SCAT");
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("ATTN"));
        set(d, "CorrectedImage", "ATTN", "DECY");
        set(d, "DecayCorrection", "NONE");
        assertTrue(reason(SuvKind.BODY_WEIGHT).contains("NONE"));
    }
}
