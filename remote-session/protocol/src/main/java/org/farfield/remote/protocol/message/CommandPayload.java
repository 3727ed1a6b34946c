package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;

/** What a {@link Command} asks for. The doc of each says whose it is; the gateway alone decides. */
public sealed interface CommandPayload {
    /** Remote operator: asks for the control lease. Unanswered, it is refused. */
    record RequestLease() implements CommandPayload {}

    /** Local operator: gives the lease to {@code operator}. */
    record GrantLease(String operator) implements CommandPayload {}

    /** Local operator: refuses the lease to {@code operator}. */
    record RefuseLease(String operator, String reason) implements CommandPayload {}

    /** Local operator: takes the lease back at any instant. */
    record RevokeLease(String reason) implements CommandPayload {}

    /** Holder: gives the lease back. */
    record ReleaseLease() implements CommandPayload {}

    /** Holder: begins a new plan of a kind, with the scanner's defaults. */
    record NewPlan(PlanKind kind) implements CommandPayload {}

    /** Holder: replaces the plan. */
    record EditPlan(ScanPlan plan) implements CommandPayload {}

    /** Holder, in the read-back tier: confirms that the plan with this hash is what was meant by the last edit. */
    record ConfirmEdit(String planSha256) implements CommandPayload {}

    /** Holder: proposes the plan as it is at the gateway. */
    record Propose() implements CommandPayload {}

    /** Local operator: accepts the proposed plan with this hash. */
    record Accept(String planSha256) implements CommandPayload {}

    /** Local operator: sends a proposal back to draft. */
    record Reject(String reason) implements CommandPayload {}

    /** Local operator: loads the accepted plan and waits for the hold, 30 s at the longest. */
    record Arm() implements CommandPayload {}

    /** Local operator: takes ARMED back. */
    record Disarm() implements CommandPayload {}

    /** Consultant and up, in every state, with or without the lease. */
    record Stop(String reason) implements CommandPayload {}

    /** Local operator: two identifiers read from the patient, which must be those of the study. */
    record ConfirmPatient(String patientId, String birthDate) implements CommandPayload {
        @Override
        public String toString() {
            return "ConfirmPatient[]";
        }
    }

    /** Holder, while the local operator holds: moves the table to a position, mm. */
    record MoveTable(double targetMm) implements CommandPayload {}

    /** Whoever plans: why the plan with this hash needs a dose above a notification value. */
    record ExplainDose(String planSha256, String reason) implements CommandPayload {}

    /** Local operator who did not make the plan: lets the study pass an alert value with the plan of this hash. */
    record AuthoriseDose(String planSha256, String reason) implements CommandPayload {}
}
