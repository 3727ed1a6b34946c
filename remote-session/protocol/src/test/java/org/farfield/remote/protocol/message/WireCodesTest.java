package org.farfield.remote.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.junit.jupiter.api.Test;

/** Codes that are on the wire never change their meaning: constants may only be appended. */
class WireCodesTest {
    private static <E extends Enum<E>> void begins(Class<E> type, String... names) {
        List<String> now = Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .limit(names.length)
                .toList();
        assertEquals(List.of(names), now, type.getSimpleName());
    }

    @Test
    void enumerationsKeepTheirOrder() {
        begins(Role.class, "OBSERVER", "CONSULTANT", "REMOTE_OPERATOR", "LOCAL_OPERATOR");
        begins(PlanKind.class, "LOCALIZER", "HELICAL");
        begins(LocalizerView.class, "AP", "LATERAL");
        begins(
                PlanState.class,
                "DRAFT",
                "CHECKED",
                "PROPOSED",
                "ACCEPTED",
                "ARMED",
                "RUNNING",
                "DONE",
                "STOPPED",
                "LAPSED");
        begins(
                ScannerPhase.class,
                "OFFLINE",
                "READY",
                "MOVING",
                "PREPARING",
                "EXPOSING",
                "RECONSTRUCTING",
                "STOPPED",
                "FAULT");
        begins(ControlTier.class, "FULL", "READ_BACK", "VIEW_ONLY");
        begins(SeriesOutcome.class, "COMPLETE", "STOPPED", "FAILED");
        begins(
                PlanField.class,
                "START_MM",
                "END_MM",
                "KILOVOLTS",
                "TUBE_CURRENT_MA",
                "ROTATION_SECONDS",
                "PITCH",
                "COLLIMATION_MM",
                "SLICE_THICKNESS_MM",
                "INTERVAL_MM",
                "FIELD_OF_VIEW_MM",
                "CENTER_X_MM",
                "CENTER_Y_MM",
                "BREATH_HOLD_DELAY_SECONDS",
                "MATRIX");
        begins(
                RefusalReason.class,
                "FOREIGN_CERTIFICATE",
                "EXPIRED_CERTIFICATE",
                "BAD_SIGNATURE",
                "WRONG_OPERATOR",
                "ROLE_NOT_COVERED",
                "ALREADY_PRESENT",
                "FULL",
                "NO_ANSWER");
        begins(
                ChatAnswer.class,
                "TAKEN",
                "EMPTY",
                "TOO_LONG",
                "FORBIDDEN_CHARACTER",
                "TOO_OFTEN",
                "BAD_SIGNATURE",
                "UNKNOWN");
        begins(
                VerdictReason.class,
                "ACCEPTED",
                "OLD_SESSION_EPOCH",
                "OLD_LEASE_EPOCH",
                "REPEATED_SEQUENCE",
                "OUT_OF_ORDER",
                "EXPIRED",
                "UNEXPECTED_STATE",
                "STALE_PLAN_REVISION",
                "BAD_SIGNATURE",
                "WRONG_SCANNER",
                "WRONG_PATIENT",
                "ROLE_MAY_NOT",
                "NO_LEASE",
                "LEASE_TAKEN",
                "LIMITS",
                "DOSE",
                "IDENTITY_NOT_CONFIRMED",
                "HASH_MISMATCH",
                "TIER",
                "NOT_CONFIRMED",
                "NOT_LEGAL_IN_STATE",
                "INTERLOCK",
                "NO_HOLD",
                "SCANNER_REFUSED",
                "MALFORMED",
                "UNKNOWN");
    }
}
