package org.farfield.workstation.report.sr;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.PersonName;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/**
 * A structured document as an instance of its own (PS3.3 A.35, C.17.2). Immutable; any thread.
 *
 * @param made when its content was made
 * @param template identifier in PS3.16, "1500"; "" where it follows none
 * @param complete whether everything is said (Completion Flag)
 * @param preliminary whether somebody else has still to look at it (Preliminary Flag)
 * @param verifiers who signed it, in order
 * @param evidence the instances that it rests on
 * @param predecessors the documents that it takes the place of
 */
public record SrDocument(
        String sopClassUid,
        StudyHeader study,
        Place place,
        ZonedDateTime made,
        String template,
        ContentItem root,
        boolean complete,
        boolean preliminary,
        List<Verifier> verifiers,
        List<InstanceRef> evidence,
        List<InstanceRef> predecessors) {
    public static final String BASIC_TEXT = "1.2.840.10008.5.1.4.1.1.88.11";
    public static final String ENHANCED = "1.2.840.10008.5.1.4.1.1.88.22";
    public static final String COMPREHENSIVE = "1.2.840.10008.5.1.4.1.1.88.33";
    public static final String COMPREHENSIVE_3D = "1.2.840.10008.5.1.4.1.1.88.34";
    public static final String KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59";

    /** Those that this class reads: the ones above and the dose reports and CAD findings built like them. */
    private static final Set<String> READABLE = Set.of(
            BASIC_TEXT,
            ENHANCED,
            COMPREHENSIVE,
            COMPREHENSIVE_3D,
            KEY_OBJECT_SELECTION,
            "1.2.840.10008.5.1.4.1.1.88.35",
            "1.2.840.10008.5.1.4.1.1.88.40",
            "1.2.840.10008.5.1.4.1.1.88.50",
            "1.2.840.10008.5.1.4.1.1.88.65",
            "1.2.840.10008.5.1.4.1.1.88.67",
            "1.2.840.10008.5.1.4.1.1.88.68",
            "1.2.840.10008.5.1.4.1.1.88.69",
            "1.2.840.10008.5.1.4.1.1.88.70");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    public SrDocument {
        verifiers = List.copyOf(verifiers);
        evidence = List.copyOf(evidence);
        predecessors = List.copyOf(predecessors);
    }

    /** Where it stands in its study. */
    public record Place(
            String seriesUid, int seriesNumber, String seriesDescription, String sopInstanceUid, int number) {}

    /**
     * Somebody who vouches for it (PS3.3 C.17.2, Verifying Observer Sequence).
     *
     * @param name as DICOM writes names
     * @param organization never empty in the standard
     * @param at {@code yyyyMMddHHmmss} with an offset
     */
    public record Verifier(String name, String organization, String at) {}

    /** Whether a SOP class holds structured documents. */
    public static boolean canRead(String sopClassUid) {
        return READABLE.contains(sopClassUid);
    }

    /** A point in time as DICOM writes it (VR DT). */
    public static String dateTime(ZonedDateTime moment) {
        return moment.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT));
    }

    /** This document among the instances. */
    public InstanceRef reference() {
        return new InstanceRef(study.studyUid(), place.seriesUid(), sopClassUid, place.sopInstanceUid());
    }

    private boolean isKeyObject() {
        return sopClassUid.equals(KEY_OBJECT_SELECTION);
    }

    /** All of it as a data set. */
    public DataSet toDataSet() {
        DataSet d = study.begun();
        d.set(Tag.SOP_CLASS_UID, sopClassUid)
                .set(Tag.SOP_INSTANCE_UID, place.sopInstanceUid())
                .set(Tag.MODALITY, isKeyObject() ? "KO" : "SR")
                .set(Tag.SERIES_INSTANCE_UID, place.seriesUid())
                .set(Tag.SERIES_NUMBER, Vr.IS, place.seriesNumber())
                .set(Tag.SERIES_DESCRIPTION, place.seriesDescription())
                .set(Tag.SERIES_DATE, DATE.format(made))
                .set(Tag.SERIES_TIME, TIME.format(made))
                .setEmpty(SrTag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
                .set(Tag.MANUFACTURER, "Farfield")
                .set(Tag.MANUFACTURER_MODEL_NAME, "Farfield")
                .set(Tag.DEVICE_SERIAL_NUMBER, "1")
                .set(Tag.SOFTWARE_VERSIONS, Uids.FARFIELD_VERSION_NAME)
                .set(Tag.INSTANCE_NUMBER, Vr.IS, place.number())
                .set(Tag.CONTENT_DATE, DATE.format(made))
                .set(Tag.CONTENT_TIME, TIME.format(made))
                .set(Tag.TIMEZONE_OFFSET_FROM_UTC, made.format(DateTimeFormatter.ofPattern("Z", Locale.ROOT)));
        if (!isKeyObject()) {
            flags(d);
        }
        InstanceRef.write(evidence, d, SrTag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE);
        root.writeTo(d);
        if (!template.isEmpty()) {
            d.newItem(SrTag.CONTENT_TEMPLATE_SEQUENCE)
                    .set(SrTag.MAPPING_RESOURCE, "DCMR")
                    .set(SrTag.TEMPLATE_IDENTIFIER, template);
        }
        return d;
    }

    private void flags(DataSet d) {
        d.set(SrTag.COMPLETION_FLAG, complete ? "COMPLETE" : "PARTIAL")
                .set(SrTag.PRELIMINARY_FLAG, preliminary ? "PRELIMINARY" : "FINAL")
                .set(SrTag.VERIFICATION_FLAG, verifiers.isEmpty() ? "UNVERIFIED" : "VERIFIED")
                .setEmpty(SrTag.PERFORMED_PROCEDURE_CODE_SEQUENCE);
        for (Verifier each : verifiers) {
            d.newItem(SrTag.VERIFYING_OBSERVER_SEQUENCE)
                    .set(SrTag.VERIFYING_ORGANIZATION, each.organization())
                    .set(SrTag.VERIFICATION_DATE_TIME, each.at())
                    .set(SrTag.VERIFYING_OBSERVER_NAME, PersonName.parse(each.name()))
                    .setEmpty(SrTag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE);
        }
        InstanceRef.write(predecessors, d, SrTag.PREDECESSOR_DOCUMENTS_SEQUENCE);
    }

    /** A complete Part 10 file, explicit VR little endian. */
    public byte[] toPart10() {
        try {
            return Part10.toBytes(DicomFile.of(toDataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } catch (DicomException e) {
            throw new IllegalStateException("a document that was made here cannot be written", e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws DicomException it is none
     */
    public static SrDocument of(DataSet d) throws DicomException {
        String sopClass = d.string(Tag.SOP_CLASS_UID).orElse("");
        if (!canRead(sopClass)) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "SOP class " + sopClass + " is no document");
        }
        List<Verifier> verifiers = new ArrayList<>();
        for (DataSet each : d.sequence(SrTag.VERIFYING_OBSERVER_SEQUENCE)) {
            verifiers.add(new Verifier(
                    each.string(SrTag.VERIFYING_OBSERVER_NAME).orElse(""),
                    each.string(SrTag.VERIFYING_ORGANIZATION).orElse(""),
                    each.string(SrTag.VERIFICATION_DATE_TIME).orElse("")));
        }
        return new SrDocument(
                sopClass,
                StudyHeader.of(d),
                new Place(
                        d.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                        d.integer(Tag.SERIES_NUMBER).orElse(0),
                        d.string(Tag.SERIES_DESCRIPTION).orElse(""),
                        d.string(Tag.SOP_INSTANCE_UID).orElse(""),
                        d.integer(Tag.INSTANCE_NUMBER).orElse(0)),
                ContentMoment.of(d),
                d.item(SrTag.CONTENT_TEMPLATE_SEQUENCE)
                        .flatMap(item -> item.string(SrTag.TEMPLATE_IDENTIFIER))
                        .orElse(""),
                ContentItem.of(d),
                d.string(SrTag.COMPLETION_FLAG).orElse("").equals("COMPLETE"),
                d.string(SrTag.PRELIMINARY_FLAG).orElse("").equals("PRELIMINARY"),
                verifiers,
                InstanceRef.read(d, SrTag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE),
                InstanceRef.read(d, SrTag.PREDECESSOR_DOCUMENTS_SEQUENCE));
    }
}
