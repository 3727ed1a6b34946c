package org.farfield.dicom.media;

import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.Tag;

/** The kinds of lowest records and what each repeats of its object (PS3.3 F.5). */
enum RecordKind {
    IMAGE("IMAGE", "ImageType", "ContentDate", "ContentTime"),
    PRESENTATION(
            "PRESENTATION",
            "PresentationCreationDate",
            "PresentationCreationTime",
            "ContentLabel",
            "ContentDescription",
            "ContentCreatorName",
            "ReferencedSeriesSequence",
            "BlendingSequence"),
    SR_DOCUMENT(
            "SR DOCUMENT",
            "CompletionFlag",
            "VerificationFlag",
            "ContentDate",
            "ContentTime",
            "VerificationDateTime",
            "ConceptNameCodeSequence"),
    KEY_OBJECT("KEY OBJECT DOC", "ContentDate", "ContentTime", "ConceptNameCodeSequence"),
    WAVEFORM("WAVEFORM", "ContentDate", "ContentTime"),
    RT_DOSE("RT DOSE", "DoseSummationType", "DoseComment"),
    RT_STRUCTURE_SET("RT STRUCTURE SET", "StructureSetLabel", "StructureSetDate", "StructureSetTime"),
    RT_PLAN("RT PLAN", "RTPlanLabel", "RTPlanDate", "RTPlanTime"),
    RT_TREATMENT("RT TREAT RECORD", "TreatmentDate", "TreatmentTime"),
    REGISTRATION(
            "REGISTRATION", "ContentDate", "ContentTime", "ContentLabel", "ContentDescription", "ContentCreatorName"),
    RAW_DATA("RAW DATA", "ContentDate", "ContentTime"),
    SPECTROSCOPY(
            "SPECTROSCOPY",
            "ImageType",
            "ContentDate",
            "ContentTime",
            "NumberOfFrames",
            "Rows",
            "Columns",
            "DataPointRows",
            "DataPointColumns"),
    ENCAPSULATED(
            "ENCAP DOC",
            "ContentDate",
            "ContentTime",
            "DocumentTitle",
            "ConceptNameCodeSequence",
            "MIMETypeOfEncapsulatedDocument");

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private final String type;
    private final String keywords;

    RecordKind(String type, String... keywords) {
        this.type = type;
        this.keywords = String.join(" ", keywords);
    }

    /** Directory Record Type (0004,1430). */
    String type() {
        return type;
    }

    /** Elements that the record repeats, where the object has them. */
    List<Integer> keys() {
        return Stream.of(keywords.split(" ", -1)).map(Tag::of).toList();
    }

    /** The kind of record for a storage SOP class. */
    static RecordKind of(String sopClassUid) {
        String number = sopClassUid.startsWith(STORAGE) ? sopClassUid.substring(STORAGE.length()) : "";
        return switch (number) {
            case "88.59" -> KEY_OBJECT;
            case "481.2" -> RT_DOSE;
            case "481.3" -> RT_STRUCTURE_SET;
            case "481.5", "481.8" -> RT_PLAN;
            case "481.4", "481.6", "481.7", "481.9" -> RT_TREATMENT;
            case "66.1", "66.3" -> REGISTRATION;
            case "66" -> RAW_DATA;
            case "4.2" -> SPECTROSCOPY;
            case "104.1", "104.2" -> ENCAPSULATED;
            default -> {
                if (number.startsWith("88.")) {
                    yield SR_DOCUMENT;
                }
                if (number.startsWith("11.")) {
                    yield PRESENTATION;
                }
                yield number.startsWith("9.") ? WAVEFORM : IMAGE;
            }
        };
    }
}
