package org.farfield.remote.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.farfield.dicom.Uids;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.twin.phantom.Subject;

/** The made-up patient on the twin's table. The name is no person's; the study is new in each session. */
final class DemoPatient {
    private DemoPatient() {}

    /** Somebody else, in the same study: what a scanner whose operator picked the wrong line would write. */
    static PatientContext other(PatientContext patient) {
        return new PatientContext(
                "TWIN-0002", "OTHER^PATIENT", "19710101", "O", patient.studyUid(), patient.accession(), false);
    }

    static PatientContext onTable(Subject subject, Instant now) {
        LocalDate birth = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(Math.round(subject.ageYears() * 12) + 4);
        return new PatientContext(
                "TWIN-0001",
                "TEST^PATIENT=测试^病人",
                birth.format(DateTimeFormatter.BASIC_ISO_DATE),
                "O",
                Uids.create(),
                "TWIN-CT-1",
                false);
    }
}
