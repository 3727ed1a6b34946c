package org.farfield.dicom.deidentification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options of the profile that Farfield offers (PS3.15 E.3), with their codes of PS3.16 CID 7050. */
public enum ProfileOption {
    /** Rectangles of the pixels are blackened, or all that lies outside the regions of an ultrasound image. */
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option"),
    /** Drawings stay, their text keeps only words that are known to be harmless; overlay bitmaps go. */
    CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
    /** Structured reports keep their tree; their free text keeps only words that are known to be harmless. */
    CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
    /** Descriptions keep only words that are known to be harmless. */
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    /** Dates are moved by a number of days that is the same for all objects of a patient. */
    RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option"),
    RETAIN_UIDS("113110", "Retain UIDs Option"),
    RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option");

    private final String code;
    private final String meaning;

    ProfileOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Code Value in the scheme DCM. */
    public String code() {
        return code;
    }

    /** Code Meaning. */
    public String meaning() {
        return meaning;
    }

    /** The option's name on a command line: {@code retain-uids}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The option of such a name. */
    public static Optional<ProfileOption> of(String word) {
        return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
    }
}
