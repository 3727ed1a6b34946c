package org.farfield.dicom.deidentification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.CtInstance;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.deidentification.PixelCleaning.Rectangle;
import org.junit.jupiter.api.Test;

class DeidentifierTest {
    private static final byte[] KEY = "a key of the test's own".getBytes(StandardCharsets.US_ASCII);

    private static DataSet apply(DataSet in, ProfileOption... options) {
        Set<ProfileOption> chosen = EnumSet.noneOf(ProfileOption.class);
        chosen.addAll(List.of(options));
        DicomFile file = DicomFile.of(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return new Deidentifier(chosen, new Pseudonyms(KEY), Optional.empty())
                .apply(file)
                .file()
                .dataSet();
    }

    @Test
    void theTableHasAllRowsOfItsEdition() {
        assertEquals(630, ProfileTable.size());
        assertEquals("Z", ProfileTable.row(Tag.PATIENT_NAME).orElseThrow().basic());
        assertEquals(
                "X/Z/U*",
                ProfileTable.row(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().basic());
        assertEquals("X", ProfileTable.row(0x60023000).orElseThrow().basic());
        assertTrue(ProfileTable.row(Tag.ROWS).isEmpty());
    }

    @Test
    void nameAndIdBecomeOnePseudonymAndDatesGo() {
        DataSet out = apply(CtInstance.create(4, 4));
        assertEquals(out.string(Tag.PATIENT_ID), out.string(Tag.PATIENT_NAME));
        assertTrue(out.string(Tag.PATIENT_ID).orElseThrow().matches("[0-9A-Z]{12}"));
        assertEquals(Optional.empty(), out.string(Tag.STUDY_DATE));
        assertEquals(Optional.empty(), out.string(Tag.PATIENT_BIRTH_DATE));
        assertEquals("YES", out.string(Tag.PATIENT_IDENTITY_REMOVED).orElseThrow());
        assertEquals(
                "REMOVED",
                out.string(Tag.of("LongitudinalTemporalInformationModified")).orElseThrow());
        assertEquals(
                "113100",
                out.item(Tag.of("DeidentificationMethodCodeSequence"))
                        .flatMap(item -> item.string(Tag.CODE_VALUE))
                        .orElseThrow());
    }

    @Test
    void aReferenceStillLeadsToItsObjectAndUidsOfTheStandardStay() {
        DataSet first = CtInstance.create(4, 4);
        DataSet second = CtInstance.create(4, 4).set(Tag.SOP_INSTANCE_UID, "2.25.77");
        second.newItem(Tag.REFERENCED_IMAGE_SEQUENCE)
                .set(Tag.REFERENCED_SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.1");
        DataSet report = second.copy().set(Tag.SOP_CLASS_UID, Uids.PET_IMAGE_STORAGE);
        String uid = apply(first).string(Tag.SOP_INSTANCE_UID).orElseThrow();
        assertNotEquals("2.25.1", uid);
        DataSet reference = apply(second).item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow();
        assertEquals(uid, reference.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElseThrow());
        assertEquals(
                Uids.CT_IMAGE_STORAGE,
                reference.string(Tag.REFERENCED_SOP_CLASS_UID).orElseThrow());
        assertEquals(
                Uids.PET_IMAGE_STORAGE, apply(report).string(Tag.SOP_CLASS_UID).orElseThrow());
        assertEquals(
                "2.25.1",
                apply(first, ProfileOption.RETAIN_UIDS)
                        .string(Tag.SOP_INSTANCE_UID)
                        .orElseThrow());
        String other = new Pseudonyms(new byte[16]).uid("2.25.1");
        assertNotEquals(uid, other);
        assertTrue(Uids.isValid(uid) && Uids.isValid(other));
    }

    @Test
    void modifiedDatesKeepTheirDistancesAndTimesOfDay() {
        DataSet in = CtInstance.create(4, 4).set(Tag.SERIES_DATE, "20261129");
        DataSet out = apply(in, ProfileOption.RETAIN_MODIFIED_DATES);
        DateShift shift = new DateShift(7);
        assertEquals("20261122", shift.moved(Vr.DA, "20261129").orElseThrow());
        assertEquals(
                "20261122083000.5+0800",
                shift.moved(Vr.DT, "20261129083000.5+0800").orElseThrow());
        assertEquals(Optional.empty(), shift.moved(Vr.DA, "20261199"));
        int study = Integer.parseInt(out.string(Tag.STUDY_DATE).orElseThrow());
        assertTrue(study < 20261122 && study > 20160101);
        assertEquals("115900", out.string(Tag.STUDY_TIME).orElseThrow());
        assertEquals(
                "20261122",
                apply(in, ProfileOption.RETAIN_FULL_DATES)
                        .string(Tag.STUDY_DATE)
                        .orElseThrow());
        assertThrows(
                IllegalArgumentException.class,
                () -> apply(in, ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_MODIFIED_DATES));
    }

    @Test
    void ofADescriptionOnlyKnownWordsStay() {
        DataSet in = CtInstance.create(4, 4).set(Tag.STUDY_DESCRIPTION, "CT Thorax of Mrs Miller 5 mm 13.4.2026");
        assertEquals(Optional.empty(), apply(in).string(Tag.STUDY_DESCRIPTION));
        assertEquals(
                "CT Thorax of 5 mm",
                apply(in, ProfileOption.CLEAN_DESCRIPTORS)
                        .string(Tag.STUDY_DESCRIPTION)
                        .orElseThrow());
    }

    @Test
    void aNameTypedWhereTheTableKeepsTextIsReplacedAndTold() {
        DataSet in = CtInstance.create(4, 4).set(Tag.of("AcquisitionDeviceProcessingCode"), "B30 for xiaodong");
        in.set(Tag.of("SoftwareVersions"), "VA40").set(Tag.CONVOLUTION_KERNEL, "小东 B30");
        Deidentifier.Result result = new Deidentifier(Set.of(), new Pseudonyms(KEY), Optional.of("CASE-1"))
                .apply(DicomFile.of(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        DataSet out = result.file().dataSet();
        assertEquals(
                "ANONYMIZED",
                out.string(Tag.of("AcquisitionDeviceProcessingCode")).orElseThrow());
        assertEquals("ANONYMIZED", out.string(Tag.CONVOLUTION_KERNEL).orElseThrow());
        assertEquals("VA40", out.string(Tag.of("SoftwareVersions")).orElseThrow());
        assertEquals("CASE-1", out.string(Tag.PATIENT_NAME).orElseThrow());
        assertEquals(2, result.notes().size());
        assertFalse(result.notes().toString().toLowerCase(java.util.Locale.ROOT).contains("xiaodong"));
    }

    @Test
    void privateElementsAndOverlaysGoAtEveryDepth() {
        DataSet in = CtInstance.create(4, 4).set(0x00091010, Vr.LO, "x").setBytes(0x60003000, Vr.OW, new byte[2]);
        in.newItem(Tag.ANATOMIC_REGION_SEQUENCE).set(0x00091010, Vr.LO, "x").set(Tag.CODE_VALUE, "1");
        in.set(0x60000102, Vr.US, 12);
        byte[] pixels = in.bytes(Tag.PIXEL_DATA).toArray();
        pixels[1] |= (byte) 0xF0;
        in.setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        DataSet out = apply(in);
        assertFalse(out.contains(0x00091010) || out.contains(0x60003000));
        assertFalse(out.item(Tag.ANATOMIC_REGION_SEQUENCE).orElseThrow().contains(0x00091010));
        assertEquals(0, out.bytes(Tag.PIXEL_DATA).at(1) & 0xF0);
    }

    @Test
    void aReportKeepsItsTreeOnlyWithTheOption() {
        DataSet in = new DataSet().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.22");
        DataSet item = in.newItem(Tag.CONTENT_SEQUENCE).set(Tag.VALUE_TYPE, "TEXT");
        item.set(Tag.TEXT_VALUE, "Nodule in the left lung, told Dr Smith");
        DataSet basic = apply(in).item(Tag.CONTENT_SEQUENCE).orElseThrow();
        assertEquals("ANONYMIZED", basic.string(Tag.TEXT_VALUE).orElseThrow());
        DataSet clean = apply(in, ProfileOption.CLEAN_STRUCTURED_CONTENT)
                .item(Tag.CONTENT_SEQUENCE)
                .orElseThrow();
        assertEquals("Nodule in the left lung", clean.string(Tag.TEXT_VALUE).orElseThrow());
    }

    @Test
    void blackRectanglesAreBlackAndTheRestIsUnchanged() throws DicomException {
        DataSet in = CtInstance.create(8, 4);
        DicomFile file = DicomFile.of(in, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DataSet out = PixelCleaning.blacken(file, List.of(new Rectangle(2, 1, 3, 100)))
                .dataSet();
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 8; x++) {
                boolean black = x >= 2 && x < 5 && y >= 1;
                int at = 2 * (y * 8 + x);
                assertEquals(
                        black ? 0 : in.bytes(Tag.PIXEL_DATA).at(at),
                        out.bytes(Tag.PIXEL_DATA).at(at));
            }
        }
        assertThrows(DicomException.class, () -> PixelCleaning.keepUltrasoundRegions(file));
    }

    @Test
    void imagesThatMayShowANameAreTold() {
        DataSet ct = CtInstance.create(4, 4);
        assertEquals(Optional.empty(), BurnedIn.reason(ct));
        assertTrue(
                BurnedIn.reason(ct.copy().set(Tag.BURNED_IN_ANNOTATION, "YES")).isPresent());
        assertTrue(BurnedIn.reason(ct.copy().set(Tag.MODALITY, "US")).isPresent());
    }
}
