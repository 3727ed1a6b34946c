package org.farfield.remote.gateway;

import java.util.List;
import java.util.Map;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.SeriesGeometry;

/** A scanner of the tests: what it is, whom it has on the table, what it would make. */
final class Plans {
    static final PatientContext PATIENT = new PatientContext("P-1", "Doe^Jane", "19700101", "F", "1.2.3", "A1", false);
    static final ScanPlan LOCALIZER = ScanPlan.localizer(LocalizerView.AP, 150, -150);
    static final ScanPlan HELICAL = ScanPlan.helical(20, -20);
    static final PlanLimits LIMITS = new PlanLimits(
            Map.of(
                    PlanField.START_MM,
                    new FieldLimit.Range(-500, 500, 0),
                    PlanField.KILOVOLTS,
                    FieldLimit.Choice.of(80, 100, 120)),
            List.of("STANDARD", "LUNG"),
            600,
            1000,
            60);
    static final ScannerDescription SCANNER =
            new ScannerDescription("CT-1", "Test", "Scripted", LIMITS, List.of(LOCALIZER, HELICAL));

    private Plans() {}

    static ScannerState state(ScannerPhase phase, String... interlocks) {
        return new ScannerState(phase, 0, 0, List.of(interlocks), 10, "", "CT-1");
    }

    static SeriesLayout layout(int slices, int side) {
        return new SeriesLayout(
                "Test series",
                slices,
                new SeriesGeometry(side, side, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, -1, "1.2.9", true, 1, -1024));
    }
}
