package org.farfield.workstation.report.sr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/** When a document's content was made (0008,0023), (0008,0033); the epoch where it does not say it readably. */
final class ContentMoment {
    private static final int DATE_DIGITS = 8;
    private static final int TIME_DIGITS = 6;

    private ContentMoment() {}

    static ZonedDateTime of(DataSet d) {
        String date = d.string(Tag.CONTENT_DATE).orElse("");
        String time = (d.string(Tag.CONTENT_TIME).orElse("") + "000000").substring(0, TIME_DIGITS);
        try {
            ZoneId zone = d.string(Tag.TIMEZONE_OFFSET_FROM_UTC)
                    .map(ZoneOffset::of)
                    .map(ZoneId.class::cast)
                    .orElse(ZoneId.systemDefault());
            return ZonedDateTime.of(
                    LocalDate.parse(
                            date.substring(0, Math.min(DATE_DIGITS, date.length())),
                            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)),
                    LocalTime.parse(time, DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT)),
                    zone);
        } catch (DateTimeException e) {
            return ZonedDateTime.of(LocalDate.EPOCH, LocalTime.MIDNIGHT, ZoneOffset.UTC);
        }
    }
}
