package org.farfield.dicom.deidentification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.farfield.dicom.Vr;

/** Moves dates of one patient by the same number of days; times of day stay (PS3.15 E.3.6). Immutable. */
record DateShift(int daysBack) {
    /** The moved value of a DA or DT; empty for one that is no whole date. TM stays. */
    Optional<String> moved(Vr vr, String value) {
        if (vr == Vr.TM || value.isBlank()) {
            return Optional.of(value);
        }
        String digits = vr == Vr.DA ? value.replace(".", "") : value;
        if (!digits.matches(vr == Vr.DA ? "\\d{8}" : "\\d{8}[\\d.+-]*")) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(digits.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            String moved = date.minusDays(daysBack).format(DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(moved + digits.substring(8));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
