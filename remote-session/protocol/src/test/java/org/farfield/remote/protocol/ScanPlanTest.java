package org.farfield.remote.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanPlanTest {
    private static final ScanPlan PLAN = ScanPlan.helical(-150, 150);

    @Test
    void theCanonicalTextIsThis() {
        assertEquals("""
                farfield-scan-plan 1
                kind=HELICAL
                view=AP
                start=-150.000 mm
                end=150.000 mm
                kvp=120.000 kV
                ma=200.000 mA
                rotation=0.500 s
                pitch=1.000
                collimation=40.000 mm
                thickness=2.000 mm
                interval=2.000 mm
                fov=400.000 mm
                center-x=0.000 mm
                center-y=0.000 mm
                breath-hold-delay=3.000 s
                matrix=512.000 px
                kernel=STANDARD
                """, PLAN.canonicalText());
        assertEquals("1f6fad258dcd3c05dece2ad5e587c581084aa823029d9d8bd6a3d3b6deb3c5ab", PLAN.sha256());
    }

    @Test
    void theTextIsTheSameInEveryLocale() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("1f6fad258dcd3c05dece2ad5e587c581084aa823029d9d8bd6a3d3b6deb3c5ab", PLAN.sha256());
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void everyFieldChangesTheHash() {
        Set<String> hashes = new HashSet<>(List.of(
                PLAN.sha256(),
                PLAN.withKernel("SHARP").sha256(),
                PLAN.withView(LocalizerView.LATERAL).sha256(),
                ScanPlan.localizer(LocalizerView.AP, -150, 150).sha256()));
        for (PlanField field : PlanField.values()) {
            ScanPlan changed = PLAN.with(field, PLAN.number(field) + 1);
            assertEquals(PLAN.number(field) + 1, changed.number(field));
            assertEquals(PLAN, changed.with(field, PLAN.number(field)));
            hashes.add(changed.sha256());
        }
        assertEquals(4 + PlanField.values().length, hashes.size());
    }

    @Test
    void numbersAreRoundedToAThousandthSoThatTheTextHoldsThemAll() {
        assertEquals(PLAN, PLAN.with(PlanField.PITCH, 1.0004));
        assertNotEquals(PLAN, PLAN.with(PlanField.PITCH, 1.0006));
        assertEquals("0.000 mm", line(PLAN.with(PlanField.CENTER_X_MM, -0.0001), "center-x"));
    }

    private static String line(ScanPlan plan, String field) {
        return plan.canonicalText()
                .lines()
                .filter(line -> line.startsWith(field + "="))
                .findFirst()
                .orElseThrow()
                .substring(field.length() + 1);
    }

    @Test
    void nonsenseIsNoPlan() {
        assertThrows(IllegalArgumentException.class, () -> PLAN.with(PlanField.START_MM, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PLAN.with(PlanField.KILOVOLTS, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PLAN.with(PlanField.END_MM, 1e9));
        assertThrows(IllegalArgumentException.class, () -> PLAN.withKernel("two\nlines"));
        assertThrows(IllegalArgumentException.class, () -> PLAN.withKernel(""));
    }

    @Test
    void slicesLieFromStartToEndBothIncluded() {
        assertEquals(151, PLAN.plannedSlices());
        assertEquals(-150, PLAN.sliceZ(0));
        assertEquals(150, PLAN.sliceZ(150));
        ScanPlan down = ScanPlan.helical(150, -150);
        assertEquals(148, down.sliceZ(1));
        assertEquals(151, down.plannedSlices());
        assertEquals(0, PLAN.with(PlanField.INTERVAL_MM, 0).plannedSlices());
        assertEquals(1, ScanPlan.localizer(LocalizerView.AP, 0, 400).plannedSlices());
    }

    @Test
    void doseAndTimeFollowFromTheFields() {
        assertEquals(100, PLAN.effectiveMas());
        assertEquals(200, PLAN.with(PlanField.PITCH, 0.5).effectiveMas());
        assertEquals(80, PLAN.tableSpeedMmPerSecond());
        assertEquals(300.0 / 80 + 0.5, PLAN.scanSeconds());
        assertEquals(4, ScanPlan.localizer(LocalizerView.AP, 0, 400).scanSeconds());
        assertEquals(Double.POSITIVE_INFINITY, PLAN.with(PlanField.PITCH, 0).scanSeconds());
    }

    @Test
    void limitsNameTheFieldTheValueAndWhatIsAllowed() {
        PlanLimits limits = new PlanLimits(
                Map.of(
                        PlanField.KILOVOLTS, FieldLimit.Choice.of(80, 100, 120),
                        PlanField.TUBE_CURRENT_MA, new FieldLimit.Range(10, 500, 5),
                        PlanField.PITCH, new FieldLimit.Range(0.5, 1.5, 0)),
                List.of("STANDARD", "SHARP"),
                600,
                400,
                30);
        assertEquals(List.of(), limits.check(PLAN));
        assertEquals(
                List.of(
                        new LimitViolation("kvp", "90 kV", "one of 80, 100, 120 kV"),
                        new LimitViolation("ma", "12 mA", "10 to 500 in steps of 5 mA"),
                        new LimitViolation("kernel", "BONE", "one of STANDARD, SHARP")),
                limits.check(PLAN.with(PlanField.KILOVOLTS, 90)
                        .with(PlanField.TUBE_CURRENT_MA, 12)
                        .withKernel("BONE")));
        assertEquals(
                List.of("length", "slices"),
                limits.check(PLAN.with(PlanField.END_MM, 700)).stream()
                        .map(LimitViolation::field)
                        .toList());
        assertEquals(
                List.of("length"),
                limits.check(PLAN.with(PlanField.END_MM, -150)).stream()
                        .map(LimitViolation::field)
                        .toList());
        assertEquals(
                List.of("pitch", "scan-time"),
                limits.check(PLAN.with(PlanField.PITCH, 0)).stream()
                        .map(LimitViolation::field)
                        .toList());
    }

    @Test
    void tiersFollowTheMeasuredLink() {
        assertEquals(ControlTier.FULL, ControlTier.of(200, 0.03));
        assertEquals(ControlTier.READ_BACK, ControlTier.of(200.1, 0));
        assertEquals(ControlTier.READ_BACK, ControlTier.of(500, 0));
        assertEquals(ControlTier.VIEW_ONLY, ControlTier.of(500.1, 0));
        assertEquals(ControlTier.VIEW_ONLY, ControlTier.of(10, 0.031));
        assertEquals(ControlTier.VIEW_ONLY, ControlTier.of(Double.NaN, 0));
    }

    @Test
    void rolesGrowAndAreNeverRaised() {
        assertEquals(true, Role.LOCAL_OPERATOR.covers(Role.OBSERVER));
        assertEquals(false, Role.REMOTE_OPERATOR.covers(Role.LOCAL_OPERATOR));
        assertEquals(false, Role.OBSERVER.mayStop());
        assertEquals(true, Role.CONSULTANT.mayStop());
        assertEquals(false, Role.REMOTE_OPERATOR.mayRelease());
    }
}
