package org.farfield.launcher.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.twin.Irradiation;
import org.farfield.remote.twin.Order;

/**
 * A performed procedure step as it grows: what it made and gave. Times are sent in the hospital's zone. Owner: whoever
 * holds the {@link Hospital}'s lock.
 */
final class Examination {
    private static final int COMMENT = 1000;

    private final String uid = Uids.create();
    private final Order order;
    private final Instant began;
    private final ZoneId zone;
    private final List<Path> files = new ArrayList<>();
    private final List<Irradiation> given = new ArrayList<>();

    Examination(Order order, Instant began, ZoneId zone) {
        this.order = order;
        this.began = began;
        this.zone = zone;
    }

    /** SOP Instance UID of the step. */
    String uid() {
        return uid;
    }

    void kept(Path file) {
        files.add(file);
    }

    void gave(Irradiation irradiation) {
        given.add(irradiation);
    }

    /** The step IN PROGRESS, for N-CREATE. */
    DataSet begun(String station) {
        return PerformedStep.begun(about(), station, LocalDateTime.ofInstant(began, zone))
                .set(Tag.PERFORMED_PROCEDURE_STEP_DESCRIPTION, order.procedure());
    }

    private DataSet about() {
        PatientContext patient = order.patient();
        return new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, patient.patientName())
                .set(Tag.PATIENT_ID, patient.patientId())
                .set(Tag.PATIENT_BIRTH_DATE, patient.birthDate())
                .set(Tag.PATIENT_SEX, patient.sex())
                .set(Tag.STUDY_ID, order.procedureId())
                .set(Tag.STUDY_INSTANCE_UID, patient.studyUid())
                .set(Tag.ACCESSION_NUMBER, patient.accession())
                .set(Tag.REQUESTED_PROCEDURE_ID, order.procedureId())
                .set(Tag.REQUESTED_PROCEDURE_DESCRIPTION, order.procedure())
                .set(Tag.SCHEDULED_PROCEDURE_STEP_ID, order.stepId())
                .set(Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION, order.step());
    }

    /**
     * Its end as it is now, for N-SET.
     *
     * @param cause why it was discontinued; empty: it is completed
     * @param retrieveTitle where its instances go; "" for nowhere
     */
    StepErrand.Content ended(Optional<String> cause, Instant at, String retrieveTitle) {
        List<Path> made = List.copyOf(files);
        List<Irradiation> dose = List.copyOf(given);
        String status = status(cause);
        return () -> content(status, cause, made, dose, LocalDateTime.ofInstant(at, zone), retrieveTitle);
    }

    static String status(Optional<String> cause) {
        return cause.isPresent() ? "DISCONTINUED" : "COMPLETED";
    }

    private static DataSet content(
            String status,
            Optional<String> cause,
            List<Path> made,
            List<Irradiation> dose,
            LocalDateTime at,
            String retrieveTitle)
            throws IOException {
        DataSet end =
                PerformedStep.ended(status, made, at, retrieveTitle).set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        cause.ifPresent(why -> {
            end.set(Tag.of("CommentsOnThePerformedProcedureStep"), why.substring(0, Math.min(COMMENT, why.length())));
            end.newItem(Tag.of("PerformedProcedureStepDiscontinuationReasonCodeSequence"))
                    .set(Tag.CODE_VALUE, "110513")
                    .set(Tag.of("CodingSchemeDesignator"), "DCM")
                    .set(Tag.of("CodeMeaning"), "Discontinued for unspecified reason");
        });
        end.set(Tag.of("TotalNumberOfExposures"), dose.size()).setEmpty(Tag.of("ExposureDoseSequence"));
        for (Irradiation one : dose) {
            end.newItem(Tag.of("ExposureDoseSequence"))
                    .set(Tag.KVP, (double) one.kilovolts())
                    .set(Tag.of("XRayTubeCurrentInuA"), Math.rint(one.milliamperes() * 1000))
                    .set(Tag.EXPOSURE_TIME, (int) Math.round(one.seconds() * 1000))
                    .set(Tag.of("CommentsOnRadiationDose"), words(one.ctdiVolMGy(), one.dlpMGyCm()));
        }
        double total = dose.stream().mapToDouble(Irradiation::dlpMGyCm).sum();
        return end.set(Tag.of("CommentsOnRadiationDose"), String.format(Locale.ROOT, "DLP %.2f mGy.cm in all", total));
    }

    private static String words(double ctdiVol, double dlp) {
        return String.format(Locale.ROOT, "CTDIvol %.2f mGy, DLP %.2f mGy.cm", ctdiVol, dlp);
    }
}
