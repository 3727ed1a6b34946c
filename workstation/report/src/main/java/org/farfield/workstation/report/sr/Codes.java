package org.farfield.workstation.report.sr;

/** The concepts that Farfield writes or understands, with the context groups of PS3.16 that hold them. */
public final class Codes {
    /** TID 1500. */
    public static final Code IMAGING_MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report");

    public static final Code IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
    public static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
    public static final Code IMAGE_LIBRARY = dcm("111028", "Image Library");
    public static final Code IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
    public static final Code IMAGE_REGION = dcm("111030", "Image Region");
    public static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    public static final Code TRACKING_UNIQUE_IDENTIFIER = dcm("112040", "Tracking Unique Identifier");
    public static final Code FINDING = dcm("121071", "Finding");
    public static final Code COMMENT = dcm("121106", "Comment");
    public static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
    public static final Code DERIVATION = dcm("121401", "Derivation");
    public static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
    public static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
    public static final Code PERSON = dcm("121006", "Person");
    public static final Code PERSON_OBSERVER_NAME = dcm("121008", "Person Observer Name");
    public static final Code ATTENUATION_COEFFICIENT = dcm("112031", "Attenuation Coefficient");

    /** A stored value without a physical unit: the standard has no concept for it. */
    public static final Code PIXEL_VALUE = new Code("PIXEL-VALUE", "99FARFIELD", "Pixel value");

    /** CID 7010 Key Object Selection Document Title. */
    public static final Code OF_INTEREST = dcm("113000", "Of Interest");

    public static final Code KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");
    public static final Code KEY_IMAGES = dcm("121180", "Key Images");

    public static final Code LENGTH = sct("410668003", "Length");
    public static final Code ANGLE = sct("1483009", "Angle");

    /** CID 7550 Angle Measurement. */
    public static final Code COBB_ANGLE = sct("285285000", "Cobb angle");

    public static final Code AREA = sct("42798000", "Area");
    public static final Code PERIMETER = sct("131191004", "Perimeter");
    public static final Code MEAN = sct("373098007", "Mean");
    public static final Code STANDARD_DEVIATION = sct("386136009", "Standard Deviation");
    public static final Code MINIMUM = sct("255605001", "Minimum");
    public static final Code MAXIMUM = sct("56851009", "Maximum");

    public static final Code MILLIMETER = ucum("mm", "millimeter");
    public static final Code SQUARE_MILLIMETER = ucum("mm2", "square millimeter");
    public static final Code DEGREE = ucum("deg", "degree");
    public static final Code HOUNSFIELD_UNIT = ucum("[hnsf'U]", "Hounsfield unit");
    public static final Code NO_UNITS = ucum("1", "no units");

    private Codes() {}

    /** The language of a document: RFC 5646, {@code en} or {@code zh-CN}. */
    public static Code language(String tag) {
        return new Code(tag, "RFC5646", tag.startsWith("zh") ? "Chinese (China)" : "English");
    }

    /** What was done, by modality (CID 100 Quantitative Diagnostic Imaging Procedure). */
    public static Code procedure(String modality) {
        return switch (modality) {
            case "CT" -> sct("77477000", "Computed Tomography");
            case "MR" -> sct("113091000", "Magnetic Resonance Imaging");
            case "PT" -> sct("82918005", "Positron Emission Tomography");
            case "US" -> sct("16310003", "Ultrasonography");
            default -> sct("363679005", "Imaging procedure");
        };
    }

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    private static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    private static Code ucum(String value, String meaning) {
        return new Code(value, "UCUM", meaning);
    }
}
