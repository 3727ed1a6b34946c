package org.farfield.remote.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScanPlan;

/**
 * The attributes that all CT images of a series share: patient to equipment and acquisition (PS3.3 A.3.3). Times are
 * UTC.
 *
 * @param performedStepUid SOP Instance UID of the modality performed procedure step, where one is kept
 */
record InstanceHeader(
        Order order,
        Optional<String> performedStepUid,
        String bodyPart,
        PlannedSeries series,
        Instant studyStart,
        String deviceUid) {
    private static final String PERFORMED_STEP = "1.2.840.10008.3.1.2.3.3";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSS", Locale.ROOT);

    /** Patient, study and equipment of an instance that belongs to no image series. */
    DataSet study(Instant made) {
        DataSet d = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.INSTANCE_CREATION_DATE, date(made))
                .set(Tag.INSTANCE_CREATION_TIME, time(made))
                .set(Tag.TIMEZONE_OFFSET_FROM_UTC, "+0000");
        patientAndStudy(d);
        equipment(d);
        return d;
    }

    /** A new data set with a new SOP Instance UID, everything but what belongs to one image. */
    DataSet dataSet(int instanceNumber, Instant made) {
        DataSet d = study(made).set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE).set(Tag.SOP_INSTANCE_UID, Uids.create());
        series(d);
        d.set(Tag.ACQUISITION_NUMBER, series.number())
                .set(Tag.ACQUISITION_DATE, date(series.loadedAt()))
                .set(Tag.ACQUISITION_TIME, time(series.loadedAt()))
                .set(Tag.CONTENT_DATE, date(made))
                .set(Tag.CONTENT_TIME, time(made))
                .set(Tag.INSTANCE_NUMBER, instanceNumber);
        acquisition(d);
        return d;
    }

    private void patientAndStudy(DataSet d) {
        PatientContext patient = order.patient();
        d.set(Tag.PATIENT_NAME, patient.patientName())
                .set(Tag.PATIENT_ID, patient.patientId())
                .set(Tag.PATIENT_BIRTH_DATE, patient.birthDate())
                .set(Tag.PATIENT_SEX, patient.sex())
                .set(Tag.STUDY_INSTANCE_UID, patient.studyUid())
                .set(Tag.STUDY_DATE, date(studyStart))
                .set(Tag.STUDY_TIME, time(studyStart))
                .set(Tag.STUDY_ID, order.procedureId().isEmpty() ? "1" : order.procedureId())
                .set(
                        Tag.STUDY_DESCRIPTION,
                        order.procedure().isEmpty() ? "CT " + bodyPart.toLowerCase(Locale.ROOT) : order.procedure())
                .set(Tag.ACCESSION_NUMBER, patient.accession())
                .set(Tag.REFERRING_PHYSICIAN_NAME, order.referringPhysician());
        years().ifPresent(years -> d.set(Tag.PATIENT_AGE, String.format(Locale.ROOT, "%03dY", years)));
        performedStepUid.ifPresent(uid -> d.newItem(StructuredItem.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
                .set(Tag.REFERENCED_SOP_CLASS_UID, PERFORMED_STEP)
                .set(Tag.REFERENCED_SOP_INSTANCE_UID, uid));
    }

    /** Whole years at the study; empty where the day of birth is unknown. */
    private OptionalInt years() {
        try {
            LocalDate birth = LocalDate.parse(order.patient().birthDate(), DATE);
            LocalDate day = LocalDate.ofInstant(studyStart, ZoneOffset.UTC);
            return OptionalInt.of(Math.max(0, Period.between(birth, day).getYears()));
        } catch (DateTimeParseException unknown) {
            return OptionalInt.empty();
        }
    }

    private void series(DataSet d) {
        d.set(Tag.MODALITY, "CT")
                .set(Tag.SERIES_INSTANCE_UID, series.seriesUid())
                .set(Tag.SERIES_NUMBER, series.number())
                .set(Tag.SERIES_DATE, date(series.loadedAt()))
                .set(Tag.SERIES_TIME, time(series.loadedAt()))
                .set(Tag.SERIES_DESCRIPTION, series.description())
                .set(Tag.BODY_PART_EXAMINED, bodyPart)
                .set(Tag.PATIENT_POSITION, "HFS")
                .set(Tag.PROTOCOL_NAME, series.protocol())
                .set(Tag.FRAME_OF_REFERENCE_UID, series.frameOfReferenceUid())
                .setEmpty(Tag.POSITION_REFERENCE_INDICATOR);
        if (!order.procedureId().isEmpty() || !order.stepId().isEmpty()) {
            request(d.newItem(Tag.REQUEST_ATTRIBUTES_SEQUENCE));
        }
    }

    /** Which scheduled step the series fulfils (PS3.3 table 10-9). */
    private void request(DataSet item) {
        present(item, Tag.REQUESTED_PROCEDURE_ID, order.procedureId());
        present(item, Tag.REQUESTED_PROCEDURE_DESCRIPTION, order.procedure());
        present(item, Tag.SCHEDULED_PROCEDURE_STEP_ID, order.stepId());
        present(item, Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, order.step());
    }

    private static void present(DataSet d, int tag, String text) {
        if (!text.isEmpty()) {
            d.set(tag, text);
        }
    }

    /** Which requested procedure a document fulfils (PS3.3 C.17.2), where one was ordered. */
    void requested(DataSet document) {
        if (order.procedureId().isEmpty()) {
            return;
        }
        document.newItem(Tag.of("ReferencedRequestSequence"))
                .set(Tag.STUDY_INSTANCE_UID, order.patient().studyUid())
                .setEmpty(Tag.REFERENCED_STUDY_SEQUENCE)
                .set(Tag.ACCESSION_NUMBER, order.patient().accession())
                .setEmpty(Tag.of("PlacerOrderNumberImagingServiceRequest"))
                .setEmpty(Tag.of("FillerOrderNumberImagingServiceRequest"))
                .set(Tag.REQUESTED_PROCEDURE_ID, order.procedureId())
                .set(Tag.REQUESTED_PROCEDURE_DESCRIPTION, order.procedure())
                .setEmpty(Tag.of("RequestedProcedureCodeSequence"));
    }

    private static void equipment(DataSet d) {
        d.set(Tag.MANUFACTURER, ScannerFacts.MANUFACTURER)
                .set(Tag.MANUFACTURER_MODEL_NAME, ScannerFacts.MODEL)
                .set(Tag.STATION_NAME, ScannerFacts.SCANNER_ID)
                .set(Tag.DEVICE_SERIAL_NUMBER, "1")
                .set(Tag.SOFTWARE_VERSIONS, "0.1");
    }

    private void acquisition(DataSet d) {
        ScanPlan plan = series.plan();
        double seconds = series.localizer() ? plan.scanSeconds() : plan.rotationSeconds();
        d.set(Tag.KVP, (double) plan.kilovolts())
                .set(Tag.XRAY_TUBE_CURRENT, (int) Math.round(plan.tubeCurrentMa()))
                .set(Tag.EXPOSURE_TIME, (int) Math.round(seconds * 1000))
                .set(Tag.EXPOSURE, (int) Math.round(seconds * plan.tubeCurrentMa()))
                .set(Tag.DATA_COLLECTION_DIAMETER, 500.0)
                .set(Tag.GANTRY_DETECTOR_TILT, 0.0)
                .set(Tag.ROTATION_DIRECTION, "CW")
                .set(Tag.TABLE_SPEED, plan.tableSpeedMmPerSecond())
                .set(Tag.CTDI_VOL, TwinDose.of(bodyPart).estimate(plan).ctdiVolMGy());
        if (series.localizer()) {
            d.set(Tag.SCAN_OPTIONS, "SURVIEW");
        } else {
            d.set(Tag.SCAN_OPTIONS, "HELICAL")
                    .set(Tag.REVOLUTION_TIME, plan.rotationSeconds())
                    .set(Tag.TOTAL_COLLIMATION_WIDTH, plan.collimationMm())
                    .set(Tag.TABLE_FEED_PER_ROTATION, plan.pitch() * plan.collimationMm())
                    .set(Tag.SPIRAL_PITCH_FACTOR, plan.pitch())
                    .set(Tag.CONVOLUTION_KERNEL, plan.kernel())
                    .set(Tag.RECONSTRUCTION_DIAMETER, plan.fieldOfViewMm());
        }
    }

    static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
