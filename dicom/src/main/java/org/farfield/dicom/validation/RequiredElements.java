package org.farfield.dicom.validation;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;

/**
 * Elements of type 1 and 2 that the modules of PS3.3 require: of every composite object those of the patient, study,
 * series and SOP common modules; of images the pixel module (C.7.6.3); and of CT, MR, ultrasound and secondary capture
 * images their own (A.3, A.4, A.6, A.7, A.8, A.36, A.38).
 */
final class RequiredElements {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";
    private static final String ULTRASOUND_MULTI_FRAME = "1.2.840.10008.5.1.4.1.1.3.1";
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    private final Report report;

    /** Takes what is missing. */
    interface Report {
        void add(String path, int tag, Defect.Kind kind, String text);
    }

    RequiredElements(Report report) {
        this.report = report;
    }

    void check(DataSet d) {
        String sopClass = d.string(Tag.SOP_CLASS_UID).orElse("");
        if (sopClass.equals(Uids.MEDIA_STORAGE_DIRECTORY) || !sopClass.startsWith("1.2.840.10008.5.1.4.1.1.")) {
            if (sopClass.isEmpty() && !d.contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
                valued(d, "SOPClassUID");
            }
            return;
        }
        valued(d, "SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "Modality");
        there(
                d,
                "PatientName",
                "PatientID",
                "PatientBirthDate",
                "PatientSex",
                "StudyDate",
                "StudyTime",
                "ReferringPhysicianName",
                "StudyID",
                "AccessionNumber",
                "SeriesNumber");
        if (d.contains(Tag.PIXEL_DATA)) {
            pixelModule(d);
            there(d, "InstanceNumber");
        }
        switch (sopClass) {
            case CT -> {
                crossSection(d);
                valued(d, "ImageType", "RescaleIntercept", "RescaleSlope");
                there(d, "KVP", "AcquisitionNumber", "Manufacturer");
            }
            case MR -> {
                crossSection(d);
                valued(d, "ImageType", "ScanningSequence", "SequenceVariant");
                there(d, "ScanOptions", "MRAcquisitionType", "EchoTime", "EchoTrainLength", "Manufacturer");
            }
            case ENHANCED_CT, ENHANCED_MR -> {
                valued(d, "ImageType", "NumberOfFrames", "SharedFunctionalGroupsSequence");
                valued(d, "PerFrameFunctionalGroupsSequence", "FrameOfReferenceUID", "ContentDate", "ContentTime");
                valued(d, "Manufacturer", "ManufacturerModelName", "DeviceSerialNumber", "SoftwareVersions");
            }
            case ULTRASOUND_MULTI_FRAME -> {
                valued(d, "NumberOfFrames", "FrameIncrementPointer");
                there(d, "ImageType", "Manufacturer");
            }
            default -> {
                if (sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".")) {
                    valued(d, "ConversionType");
                }
            }
        }
    }

    private void crossSection(DataSet d) {
        valued(d, "FrameOfReferenceUID", "PixelSpacing", "ImageOrientationPatient", "ImagePositionPatient");
        there(d, "PositionReferenceIndicator", "SliceThickness", "PatientPosition");
    }

    private void pixelModule(DataSet d) {
        valued(d, "SamplesPerPixel", "PhotometricInterpretation", "Rows", "Columns", "BitsAllocated", "BitsStored");
        valued(d, "HighBit", "PixelRepresentation");
        if (d.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) > 1) {
            valued(d, "PlanarConfiguration");
        }
        if (d.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").equals("PALETTE COLOR")) {
            valued(
                    d,
                    "RedPaletteColorLookupTableDescriptor",
                    "GreenPaletteColorLookupTableDescriptor",
                    "BluePaletteColorLookupTableDescriptor");
        }
    }

    /** Type 1: there, with a value. */
    private void valued(DataSet d, String... keywords) {
        for (String keyword : keywords) {
            int tag = Tag.of(keyword);
            if (!d.contains(tag)) {
                report.add(Tag.number(tag), tag, Defect.Kind.MISSING, "required (type 1)");
            } else if (d.bytes(tag).length() == 0 && d.sequence(tag).isEmpty()) {
                report.add(Tag.number(tag), tag, Defect.Kind.EMPTY, "required with a value (type 1)");
            }
        }
    }

    /** Type 2: there, perhaps without a value. */
    private void there(DataSet d, String... keywords) {
        for (String keyword : keywords) {
            int tag = Tag.of(keyword);
            if (!d.contains(tag)) {
                report.add(Tag.number(tag), tag, Defect.Kind.MISSING, "required, if only without a value (type 2)");
            }
        }
    }
}
