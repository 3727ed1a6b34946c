package org.farfield.remote.twin;

import org.farfield.dicom.Uids;
import org.farfield.remote.protocol.PatientContext;

/** The made-up patient on the twin's table. The name is no person's; the study is new in each session. */
final class DemoPatient {
    private DemoPatient() {}

    static PatientContext onTable() {
        return new PatientContext(
                "TWIN-0001", "TEST^PATIENT=测试^病人", "19660504", "O", Uids.create(), "TWIN-CT-1", false);
    }
}
