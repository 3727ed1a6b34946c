package org.farfield.remote.gateway;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LimitViolation;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;

/** The plan from its draft to its acceptance. Nothing here reaches the scanner. Control thread. */
final class PlanDesk {
    private final Session session;

    PlanDesk(Session session) {
        this.session = session;
    }

    Optional<Refusal> begin(Attendee from, CommandPayload.NewPlan wish) {
        Optional<ScanPlan> start = session.description.protocol(wish.kind());
        if (start.isEmpty()) {
            return Refusal.of(VerdictReason.LIMITS, "this scanner has no plan of the kind " + wish.kind());
        }
        return notEditableBy(from).or(() -> {
            session.plan.draft(start.get(), needsReadBack(from), from.operator);
            return Optional.empty();
        });
    }

    Optional<Refusal> edit(Attendee from, CommandPayload.EditPlan edit) {
        return notEditableBy(from).or(() -> check(edit.plan())).or(() -> {
            session.plan.draft(edit.plan(), needsReadBack(from), from.operator);
            if (!session.plan.readBackPending()) {
                session.plan.checked();
            }
            return Optional.empty();
        });
    }

    Optional<Refusal> confirmEdit(Attendee from, CommandPayload.ConfirmEdit confirm) {
        if (!session.plan.is(PlanState.DRAFT)) {
            return illegal("there is no draft to confirm");
        }
        return session.withoutControl(from)
                .or(() -> confirm.planSha256().equals(session.plan.sha256())
                        ? Optional.empty()
                        : Refusal.of(VerdictReason.HASH_MISMATCH, "the plan here is another one: read it back again"))
                .or(() -> check(session.plan.plan()))
                .or(() -> {
                    session.plan.checked();
                    return Optional.empty();
                });
    }

    Optional<Refusal> propose(Attendee from) {
        if (!session.plan.is(PlanState.DRAFT) && !session.plan.is(PlanState.CHECKED)) {
            return illegal("a plan is proposed from DRAFT or CHECKED, it is " + session.plan.state());
        }
        if (session.plan.readBackPending()) {
            return session.withoutControl(from)
                    .or(() -> Refusal.of(
                            VerdictReason.NOT_CONFIRMED, "read the plan back and confirm it: the link is slow"));
        }
        return session.withoutControl(from)
                .or(() -> check(session.plan.plan()))
                .or(session.dose::mayPropose)
                .or(() -> {
                    session.plan.propose();
                    return Optional.empty();
                });
    }

    Optional<Refusal> accept(Attendee from, CommandPayload.Accept accept) {
        boolean takenOver = session.plan.is(PlanState.ACCEPTED)
                && !session.plan.acceptedBy().equals(from.operator);
        if (!session.plan.is(PlanState.PROPOSED) && !takenOver) {
            return illegal("nothing is proposed, the plan is " + session.plan.state());
        }
        return anotherHash(accept)
                .or(this::identityOpen)
                .or(session.dose::mayRun)
                .or(() -> {
                    session.plan.accept(from.operator);
                    return Optional.empty();
                });
    }

    private Optional<Refusal> anotherHash(CommandPayload.Accept accept) {
        return session.plan.proposed().filter(accept.planSha256()::equals).isPresent()
                ? Optional.empty()
                : Refusal.of(VerdictReason.HASH_MISMATCH, "what was proposed is another plan");
    }

    private Optional<Refusal> identityOpen() {
        return session.patient.identityConfirmed()
                ? Optional.empty()
                : Refusal.of(
                        VerdictReason.IDENTITY_NOT_CONFIRMED,
                        "confirm two identifiers of the patient at the scanner first");
    }

    Optional<Refusal> reject() {
        if (!session.plan.is(PlanState.PROPOSED) && !session.plan.is(PlanState.ACCEPTED)) {
            return illegal("nothing is proposed, the plan is " + session.plan.state());
        }
        session.plan.draft(session.plan.plan(), false);
        return Optional.empty();
    }

    Optional<Refusal> confirmPatient(CommandPayload.ConfirmPatient identifiers) {
        return wrongIdentifiers(identifiers).or(() -> {
            session.patient = session.patient.withIdentityConfirmed(true);
            return Optional.empty();
        });
    }

    private Optional<Refusal> wrongIdentifiers(CommandPayload.ConfirmPatient identifiers) {
        PatientContext patient = session.patient;
        if (patient.patientId().isBlank() || patient.birthDate().isBlank()) {
            return Refusal.of(
                    VerdictReason.IDENTITY_NOT_CONFIRMED, "the scanner's patient has no two identifiers to confirm");
        }
        boolean same = patient.patientId()
                        .strip()
                        .equals(identifiers.patientId().strip())
                && patient.birthDate().strip().equals(identifiers.birthDate().strip());
        return same
                ? Optional.empty()
                : Refusal.of(VerdictReason.WRONG_PATIENT, "these are not the identifiers of the scanner's patient");
    }

    private Optional<Refusal> notEditableBy(Attendee from) {
        return session.plan.editable()
                ? session.withoutControl(from)
                : illegal("the plan is " + session.plan.state() + " and cannot be changed");
    }

    /** What stands between a plan and CHECKED: limits of the scanner, a known patient, the site's ceiling of dose. */
    private Optional<Refusal> check(ScanPlan plan) {
        if (session.patient.patientId().isBlank() || session.patient.studyUid().isBlank()) {
            return Refusal.of(VerdictReason.WRONG_PATIENT, "the scanner has no patient and study");
        }
        List<LimitViolation> violations = session.description.limits().check(plan);
        return violations.isEmpty()
                ? session.dose.mayEdit(plan)
                : Refusal.of(
                        VerdictReason.LIMITS,
                        violations.stream().map(LimitViolation::text).collect(Collectors.joining("; ")));
    }

    /** Who is at the scanner sees the plan there; who edits over a slow link reads it back. */
    private boolean needsReadBack(Attendee from) {
        return from.role != Role.LOCAL_OPERATOR && from.tier(session.nowNanos) != ControlTier.FULL;
    }

    private static Optional<Refusal> illegal(String text) {
        return Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, text);
    }
}
