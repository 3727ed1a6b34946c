package org.farfield.launcher.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/** The attributes of a performed procedure step (PS3.4 table F.7.2-1). */
public final class PerformedStep {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int NON_IMAGES = Tag.of("ReferencedNonImageCompositeSOPInstanceSequence");
    private static final List<String> EMPTY_AT_START = List.of(
            "ReferencedPatientSequence",
            "PerformedStationName",
            "PerformedLocation",
            "PerformedProcedureStepDescription",
            "PerformedProcedureTypeDescription",
            "ProcedureCodeSequence",
            "PerformedProcedureStepEndDate",
            "PerformedProcedureStepEndTime",
            "PerformedProtocolCodeSequence",
            "PerformedSeriesSequence");

    private PerformedStep() {}

    /**
     * A step that begins, for the patient and study of an object.
     *
     * @param station AE title of the performing station
     * @param now local time
     */
    public static DataSet begun(DataSet about, String station, LocalDateTime now) {
        DataSet step = new DataSet();
        about.element(Tag.SPECIFIC_CHARACTER_SET).ifPresent(step::put);
        for (int tag :
                new int[] {Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX, Tag.STUDY_ID}) {
            copy(about, step, tag);
        }
        EMPTY_AT_START.forEach(keyword -> step.setEmpty(Tag.of(keyword)));
        step.set(Tag.MODALITY, about.string(Tag.MODALITY).orElse("OT"))
                .set(Tag.PERFORMED_PROCEDURE_STEP_ID, "P" + now.format(TIME))
                .set(Tag.of("PerformedStationAETitle"), station)
                .set(Tag.PERFORMED_PROCEDURE_STEP_START_DATE, now.format(DATE))
                .set(Tag.PERFORMED_PROCEDURE_STEP_START_TIME, now.format(TIME))
                .set(Tag.of("PerformedProcedureStepStatus"), "IN PROGRESS");
        DataSet scheduled = step.newItem(Tag.of("ScheduledStepAttributesSequence"))
                .setEmpty(Tag.REFERENCED_STUDY_SEQUENCE)
                .setEmpty(Tag.of("ScheduledProtocolCodeSequence"));
        for (int tag : new int[] {
            Tag.STUDY_INSTANCE_UID,
            Tag.ACCESSION_NUMBER,
            Tag.REQUESTED_PROCEDURE_ID,
            Tag.REQUESTED_PROCEDURE_DESCRIPTION,
            Tag.SCHEDULED_PROCEDURE_STEP_ID,
            Tag.SCHEDULED_PROCEDURE_STEP_DESCRIPTION
        }) {
            copy(about, scheduled, tag);
        }
        return step;
    }

    /**
     * The end of a step, with the series and instances that it made.
     *
     * @param status COMPLETED or DISCONTINUED
     * @param now local time
     * @param retrieveTitle AE title from which the instances may be retrieved; "" where unknown
     */
    public static DataSet ended(String status, List<Path> files, LocalDateTime now, String retrieveTitle)
            throws IOException {
        DataSet end = new DataSet()
                .set(Tag.of("PerformedProcedureStepStatus"), status)
                .set(Tag.of("PerformedProcedureStepEndDate"), now.format(DATE))
                .set(Tag.of("PerformedProcedureStepEndTime"), now.format(TIME))
                .setSequence(Tag.of("PerformedSeriesSequence"));
        Map<String, DataSet> series = new LinkedHashMap<>();
        for (Path file : files) {
            DataSet d = Part10.read(file, ReadOptions.HEADER).dataSet();
            String uid = d.string(Tag.SERIES_INSTANCE_UID).orElse("");
            DataSet item = series.get(uid);
            if (item == null) {
                item = series(d, end.newItem(Tag.of("PerformedSeriesSequence")), retrieveTitle);
                series.put(uid, item);
            }
            item.newItem(d.integer(Tag.ROWS).isPresent() ? Tag.REFERENCED_IMAGE_SEQUENCE : NON_IMAGES)
                    .set(
                            Tag.REFERENCED_SOP_CLASS_UID,
                            d.string(Tag.SOP_CLASS_UID).orElse(""))
                    .set(
                            Tag.REFERENCED_SOP_INSTANCE_UID,
                            d.string(Tag.SOP_INSTANCE_UID).orElse(""));
        }
        return end;
    }

    private static DataSet series(DataSet d, DataSet item, String retrieveTitle) {
        d.element(Tag.SPECIFIC_CHARACTER_SET).ifPresent(item::put);
        for (int tag : new int[] {
            Tag.PERFORMING_PHYSICIAN_NAME, Tag.OPERATORS_NAME, Tag.SERIES_DESCRIPTION, Tag.SERIES_INSTANCE_UID
        }) {
            copy(d, item, tag);
        }
        item.set(Tag.PROTOCOL_NAME, d.string(Tag.PROTOCOL_NAME).orElse("UNKNOWN"))
                .set(Tag.of("RetrieveAETitle"), retrieveTitle)
                .setEmpty(Tag.REFERENCED_IMAGE_SEQUENCE)
                .setEmpty(NON_IMAGES);
        return item;
    }

    private static void copy(DataSet from, DataSet to, int tag) {
        from.element(tag).filter(Element.Value.class::isInstance).ifPresentOrElse(to::put, () -> to.setEmpty(tag));
    }
}
