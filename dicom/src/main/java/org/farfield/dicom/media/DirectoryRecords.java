package org.farfield.dicom.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;

/**
 * The tree of patient, study, series and instance records (PS3.3 F.4, F.5). Where an object lacks what a record must
 * have, a number or a date that says nothing stands there. One thread.
 */
final class DirectoryRecords {
    private static final String NO_DATE = "19000101";
    private static final String NO_TIME = "000000";
    private static final int VERIFICATION = Tag.of("VerificationDateTime");

    /** A record and those below it. */
    static final class Node {
        final DataSet record;
        final Map<String, Node> lower = new LinkedHashMap<>();

        Node(DataSet record) {
            this.record = record;
        }
    }

    private final Map<String, Node> patients = new LinkedHashMap<>();

    /** Where a file goes: numbers, from 0, of its patient, study, series and instance. */
    record Place(int patient, int study, int series, int instance) {}

    /** Adds an object; the file's id is set by who makes it. */
    Place add(DataSet d, TransferSyntax syntax, Map<Place, DataSet> records) {
        String patientId = d.string(Tag.PATIENT_ID).orElse("");
        String patientName = d.string(Tag.PATIENT_NAME).orElse("");
        Node patient = patients.computeIfAbsent(patientId + "\n" + patientName, key -> new Node(patient(d)));
        Node study = patient.lower.computeIfAbsent(
                d.string(Tag.STUDY_INSTANCE_UID).orElse(""), key -> new Node(study(d, patient.lower.size() + 1)));
        Node series = study.lower.computeIfAbsent(
                d.string(Tag.SERIES_INSTANCE_UID).orElse(""), key -> new Node(series(d, study.lower.size() + 1)));
        int number = series.lower.size();
        DataSet record = instance(d, syntax, number + 1);
        series.lower.put(Integer.toString(number), new Node(record));
        Place place =
                new Place(index(patients, patient), index(patient.lower, study), index(study.lower, series), number);
        records.put(place, record);
        return place;
    }

    /** Patients in the order in which they came. */
    List<Node> patients() {
        return new ArrayList<>(patients.values());
    }

    @SuppressWarnings("ReferenceEquality") // the same node, not an equal one
    private static int index(Map<String, Node> nodes, Node wanted) {
        int index = 0;
        for (Node node : nodes.values()) {
            if (node == wanted) {
                return index;
            }
            index++;
        }
        throw new IllegalStateException("a record is not where it was put");
    }

    private static DataSet record(DataSet d, String type) {
        DataSet record = new DataSet()
                .set(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, Vr.UL, 0)
                .set(Tag.RECORD_IN_USE_FLAG, Vr.US, 0xFFFF)
                .set(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, Vr.UL, 0)
                .set(Tag.DIRECTORY_RECORD_TYPE, type);
        d.element(Tag.SPECIFIC_CHARACTER_SET).ifPresent(record::put);
        return record;
    }

    private static DataSet patient(DataSet d) {
        DataSet record = record(d, "PATIENT");
        copyOrEmpty(d, record, Tag.PATIENT_NAME);
        copyOr(d, record, Tag.PATIENT_ID, "UNKNOWN");
        return record;
    }

    private static DataSet study(DataSet d, int number) {
        DataSet record = record(d, "STUDY");
        copyOr(d, record, Tag.STUDY_DATE, NO_DATE);
        copyOr(d, record, Tag.STUDY_TIME, NO_TIME);
        copyOrEmpty(d, record, Tag.STUDY_DESCRIPTION);
        copyOrEmpty(d, record, Tag.STUDY_INSTANCE_UID);
        copyOr(d, record, Tag.STUDY_ID, Integer.toString(number));
        copyOrEmpty(d, record, Tag.ACCESSION_NUMBER);
        return record;
    }

    private static DataSet series(DataSet d, int number) {
        DataSet record = record(d, "SERIES");
        copyOr(d, record, Tag.MODALITY, "OT");
        copyOrEmpty(d, record, Tag.SERIES_INSTANCE_UID);
        copyOr(d, record, Tag.SERIES_NUMBER, Integer.toString(number));
        return record;
    }

    private static DataSet instance(DataSet d, TransferSyntax syntax, int number) {
        RecordKind kind = RecordKind.of(d.string(Tag.SOP_CLASS_UID).orElse(""));
        DataSet record = record(d, kind.type());
        record.put(new Element.Value(Tag.REFERENCED_SOP_CLASS_UID_IN_FILE, Vr.UI, d.bytes(Tag.SOP_CLASS_UID)))
                .put(new Element.Value(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, Vr.UI, d.bytes(Tag.SOP_INSTANCE_UID)))
                .set(Tag.REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, Vr.UI, syntax.uid());
        copyOr(d, record, Tag.INSTANCE_NUMBER, Integer.toString(number));
        DataSet copy = d.copy();
        for (int key : kind.keys()) {
            copy.element(key).ifPresent(record::put);
        }
        if (kind == RecordKind.SR_DOCUMENT) {
            copy.sequence(Tag.of("VerifyingObserverSequence")).stream()
                    .flatMap(observer -> observer.string(VERIFICATION).stream())
                    .max(String::compareTo)
                    .ifPresent(latest -> record.set(VERIFICATION, latest));
        }
        return record;
    }

    private static void copyOrEmpty(DataSet from, DataSet to, int tag) {
        from.element(tag).ifPresentOrElse(to::put, () -> to.setEmpty(tag));
    }

    private static void copyOr(DataSet from, DataSet to, int tag, String otherwise) {
        if (from.string(tag).isPresent()) {
            from.element(tag).ifPresent(to::put);
        } else {
            to.set(tag, otherwise);
        }
    }
}
