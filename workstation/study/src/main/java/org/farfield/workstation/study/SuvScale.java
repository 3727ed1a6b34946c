package org.farfield.workstation.study;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * From becquerels per millilitre to standardized uptake values, from a PET image's own attributes (PS3.3 C.8.9.1,
 * C.8.9.2), or the reason why it cannot be said.
 *
 * <p>SUV = activity concentration x size / (dose left when the images' decay correction stands). Decay Correction
 * (0054,1102) START: that is the series' start; ADMIN: the injection. Size: Patient's Weight in g; lean body mass in g
 * after Janmahasatian et al. (Clin Pharmacokinet 44:1051, 2005), as Tahari et al. (J Nucl Med 55:1481, 2014) recommend;
 * body surface in cm2 after Du Bois and Du Bois (Arch Intern Med 17:863, 1916).
 */
public sealed interface SuvScale {

    /**
     * The scale is known.
     *
     * @param perBecquerel SUV of 1 Bq/ml
     */
    record Known(SuvKind kind, double perBecquerel) implements SuvScale {}

    /**
     * The scale is not known.
     *
     * @param reason what is missing or does not allow it, for a person
     */
    record Refused(String reason) implements SuvScale {}

    /**
     * The scale of a series.
     *
     * @param d a header of the PET series
     */
    static SuvScale of(DataSet d, SuvKind kind) {
        try {
            double becquerels = doseLeft(d);
            return new Known(kind, size(d, kind) / becquerels);
        } catch (Missing missing) {
            return new Refused(missing.reason);
        }
    }

    private static double doseLeft(DataSet d) throws Missing {
        if (!text(d, "Units").equals("BQML")) {
            throw new Missing("Units (0054,1001) is '" + text(d, "Units") + "', not BQML");
        }
        List<String> corrected = d.strings(Tag.of("CorrectedImage"));
        if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
            throw new Missing("Corrected Image (0028,0051) does not say ATTN and DECY");
        }
        DataSet drug = d.item(Tag.of("RadiopharmaceuticalInformationSequence"))
                .orElseThrow(() -> new Missing("there is no Radiopharmaceutical Information Sequence (0054,0016)"));
        double dose = positive(drug, "RadionuclideTotalDose");
        return switch (text(d, "DecayCorrection")) {
            case "ADMIN" -> dose;
            case "START" -> {
                LocalDateTime start = start(d);
                double seconds = seconds(injected(drug, start.toLocalDate()), start);
                yield dose * Math.pow(2, -seconds / positive(drug, "RadionuclideHalfLife"));
            }
            default ->
                throw new Missing("Decay Correction (0054,1102) is '" + text(d, "DecayCorrection")
                        + "', neither START nor ADMIN");
        };
    }

    /** The series' start; a series that is dated after its own images was made afterwards and does not tell. */
    private static LocalDateTime start(DataSet d) throws Missing {
        LocalDateTime series = LocalDateTime.of(date(text(d, "SeriesDate")), time(text(d, "SeriesTime")));
        LocalDateTime image = LocalDateTime.of(date(text(d, "AcquisitionDate")), time(text(d, "AcquisitionTime")));
        if (series.isAfter(image)) {
            throw new Missing("the series is dated after its own images: when the scan started is not known");
        }
        return series;
    }

    private static LocalDateTime injected(DataSet drug, LocalDate scanDate) throws Missing {
        String moment = text(drug, "RadiopharmaceuticalStartDateTime");
        if (moment.length() >= 14) {
            return LocalDateTime.of(date(moment.substring(0, 8)), time(moment.substring(8)));
        }
        return LocalDateTime.of(scanDate, time(text(drug, "RadiopharmaceuticalStartTime")));
    }

    private static double seconds(LocalDateTime injected, LocalDateTime start) throws Missing {
        double seconds = Duration.between(injected, start).toMillis() / 1000.0;
        if (seconds < 0) {
            throw new Missing("the radiopharmaceutical is dated after the start of the scan");
        }
        return seconds;
    }

    private static double size(DataSet d, SuvKind kind) throws Missing {
        double kilograms = positive(d, "PatientWeight");
        return switch (kind) {
            case BODY_WEIGHT -> 1000 * kilograms;
            case LEAN_BODY_MASS -> 1000 * leanKilograms(kilograms, metres(d), text(d, "PatientSex"));
            case BODY_SURFACE -> 10_000 * 0.007184 * Math.pow(kilograms, 0.425) * Math.pow(100 * metres(d), 0.725);
        };
    }

    private static double leanKilograms(double kilograms, double metres, String sex) throws Missing {
        double massIndex = kilograms / (metres * metres);
        return switch (sex) {
            case "M" -> 9270 * kilograms / (6680 + 216 * massIndex);
            case "F" -> 9270 * kilograms / (8780 + 244 * massIndex);
            default -> throw new Missing("lean body mass needs Patient's Sex (0010,0040) M or F");
        };
    }

    private static double metres(DataSet d) throws Missing {
        double metres = positive(d, "PatientSize");
        if (metres > 3) {
            throw new Missing("Patient's Size (0010,1020) is " + metres + " m");
        }
        return metres;
    }

    private static double positive(DataSet d, String keyword) throws Missing {
        OptionalDouble value = d.decimal(Tag.of(keyword));
        if (value.isEmpty() || !(value.getAsDouble() > 0)) {
            throw new Missing("there is no " + Tag.describe(Tag.of(keyword)));
        }
        return value.getAsDouble();
    }

    private static String text(DataSet d, String keyword) {
        return d.string(Tag.of(keyword)).orElse("").strip();
    }

    private static LocalDate date(String text) throws Missing {
        try {
            return LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6, 8)));
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new Missing("a date is missing: '" + text + "'");
        }
    }

    /** HHMMSS.FFFFFF; a zone after it is the same for all times of one study and cancels out. */
    private static LocalTime time(String text) throws Missing {
        try {
            String fraction = text.length() > 7 && text.charAt(6) == '.'
                    ? text.substring(7).replaceAll("\\D.*", "")
                    : "";
            return LocalTime.of(
                    Integer.parseInt(text.substring(0, 2)),
                    Integer.parseInt(text.substring(2, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    fraction.isEmpty() ? 0 : (int) (Double.parseDouble("0." + fraction) * 1e9));
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new Missing("a time is missing: '" + text + "'");
        }
    }

    /** What makes the scale unknown. */
    final class Missing extends Exception {
        private static final long serialVersionUID = 1;
        private final String reason;

        Missing(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
