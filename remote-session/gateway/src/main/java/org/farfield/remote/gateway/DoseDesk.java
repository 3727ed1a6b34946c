package org.farfield.remote.gateway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farfield.remote.protocol.DoseAnswer;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * The dose gate in the manner of NEMA XR-25: a plan above the ceiling is refused when it is edited, one above a
 * notification value is not proposed without a reason, one that takes the study above an alert value is neither
 * accepted nor armed without a second person at the scanner and a reason. Control thread.
 */
final class DoseDesk {
    static final int MOST_GIVEN = 1_000;

    /** What an estimate rests on. */
    private record Estimated(
            DoseGuide guide,
            String planSha256,
            String studyUid,
            int given,
            Optional<DoseAnswer> reason,
            Optional<DoseAnswer> authorised) {}

    private final Session session;
    private final DoseRules rules;
    private final List<DoseGiven> given;
    private Optional<DoseGuide> guideOf = Optional.empty();
    private String guideBirthDate = "";
    private long guideDay;
    private int counted;
    private Optional<Estimated> estimated = Optional.empty();
    private Optional<DoseState> newest = Optional.empty();

    DoseDesk(Session session, SessionOpening opening) {
        this.session = session;
        this.rules = opening.dose();
        this.given = new ArrayList<>(opening.given());
    }

    /** The dose of the plan as it is; drawn with every state, estimated only where something of it changed. */
    DoseState state() {
        Estimated now = new Estimated(
                guide(),
                session.plan.sha256(),
                session.patient.studyUid(),
                counted,
                session.plan.doseReason(),
                session.plan.doseAuthorised());
        if (!estimated.equals(Optional.of(now))) {
            newest = Optional.of(state(session.plan.plan()));
            estimated = Optional.of(now);
        }
        return newest.orElseThrow();
    }

    private DoseState state(ScanPlan plan) {
        DoseGuide guide = guide();
        DoseFigures estimate = guide.estimate(plan);
        DoseFigures before = before(plan);
        DoseLevel level = guide.level(estimate, before);
        boolean known = Double.isFinite(estimate.ctdiVolMGy()) && Double.isFinite(estimate.dlpMGyCm());
        return new DoseState(
                guide,
                known ? estimate : DoseFigures.NONE,
                before,
                level,
                session.plan.doseReason(),
                session.plan.doseAuthorised());
    }

    /** Drawn with every state: made anew for another patient or another day only. */
    private DoseGuide guide() {
        String birthDate = session.patient.birthDate();
        long day = Math.floorDiv(session.nowMillis, 86_400_000L);
        if (guideOf.isEmpty() || guideDay != day || !guideBirthDate.equals(birthDate)) {
            guideOf = Optional.of(rules.guide(birthDate, LocalDate.ofEpochDay(day)));
            guideDay = day;
            guideBirthDate = birthDate;
        }
        return guideOf.get();
    }

    /** What the study has given: CTDIvol summed where ranges overlap, at the worst place of the plan's range. */
    private DoseFigures before(ScanPlan plan) {
        DoseGiven range = DoseGiven.of(session.patient.studyUid(), plan, DoseFigures.NONE);
        List<DoseGiven> study = given.stream()
                .filter(g -> g.studyUid().equals(session.patient.studyUid()))
                .toList();
        double dlp = study.stream().mapToDouble(g -> g.figures().dlpMGyCm()).sum();
        // the sum only grows where a range begins: those places and the plan's own end are enough to look at
        double worst = at(study, range.lowMm());
        for (DoseGiven one : study) {
            if (range.covers(one.lowMm())) {
                worst = Math.max(worst, at(study, one.lowMm()));
            }
        }
        return new DoseFigures(worst, dlp);
    }

    private static double at(List<DoseGiven> study, double z) {
        return study.stream()
                .filter(g -> g.covers(z))
                .mapToDouble(g -> g.figures().ctdiVolMGy())
                .sum();
    }

    /** Before an edit is committed. */
    Optional<Refusal> mayEdit(ScanPlan plan) {
        DoseState dose = state(plan);
        return dose.level() == DoseLevel.CEILING ? refuse("above the site's ceiling", dose) : Optional.empty();
    }

    Optional<Refusal> mayPropose() {
        DoseState dose = state();
        boolean reasonMissing = dose.level() != DoseLevel.BELOW && dose.reason().isEmpty();
        return mayEdit(session.plan.plan())
                .or(() -> reasonMissing ? refuse("give a reason for the dose first", dose) : Optional.empty());
    }

    /** Before the plan is accepted, and again before it is armed: the study may have gone on. */
    Optional<Refusal> mayRun() {
        DoseState dose = state();
        boolean second = dose.level() != DoseLevel.ALERT || dose.authorised().isPresent();
        return mayPropose()
                .or(() -> second
                        ? Optional.empty()
                        : refuse("a second person at the scanner must authorise the dose, with a reason", dose));
    }

    /** The reason of whoever plans. */
    Optional<Refusal> explain(Attendee from, CommandPayload.ExplainDose answer) {
        if (!session.plan.is(PlanState.DRAFT) && !session.plan.is(PlanState.CHECKED)) {
            return Refusal.of(
                    VerdictReason.NOT_LEGAL_IN_STATE,
                    "a reason is given before the plan is proposed, it is " + session.plan.state());
        }
        return session.withoutControl(from)
                .or(() -> fits(answer.planSha256(), answer.reason()))
                .or(() -> {
                    session.plan.explainDose(new DoseAnswer(from.operator, answer.reason()));
                    session.note("dose explained by " + from.operator + ", " + shown(state()));
                    return Optional.empty();
                });
    }

    /** The second person at the scanner. */
    Optional<Refusal> authorise(Attendee from, CommandPayload.AuthoriseDose answer) {
        if (!session.plan.is(PlanState.PROPOSED)) {
            return Refusal.of(
                    VerdictReason.NOT_LEGAL_IN_STATE,
                    "a dose is authorised while the plan is proposed, it is " + session.plan.state());
        }
        if (from.role != Role.LOCAL_OPERATOR || from.operator.equals(session.plan.author())) {
            return Refusal.of(
                    VerdictReason.DOSE, "who made the plan does not authorise its dose: a second person must");
        }
        return fits(answer.planSha256(), answer.reason()).or(() -> {
            session.plan.authoriseDose(new DoseAnswer(from.operator, answer.reason()));
            session.note("dose authorised by " + from.operator + ", " + shown(state()));
            return Optional.empty();
        });
    }

    private Optional<Refusal> fits(String sha256, String reason) {
        if (!sha256.equals(session.plan.sha256())) {
            return Refusal.of(VerdictReason.HASH_MISMATCH, "the plan here is another one");
        }
        return reason.isBlank() ? Refusal.of(VerdictReason.DOSE, "a reason is needed") : Optional.empty();
    }

    /** X-rays are on for the plan. */
    void beamOn() {
        DoseFigures figures = state().planned();
        DoseGiven now = DoseGiven.of(session.patient.studyUid(), session.plan.plan(), figures);
        given.add(now);
        counted++;
        if (given.size() > MOST_GIVEN) {
            given.removeFirst();
        }
        session.want(new CoreEffect.Dose(now));
    }

    private static Optional<Refusal> refuse(String why, DoseState dose) {
        return Refusal.of(VerdictReason.DOSE, why + ": " + shown(dose));
    }

    private static String shown(DoseState dose) {
        return String.format(
                Locale.ROOT,
                "%s, planned CTDIvol %.2f mGy, DLP %.1f mGy cm; given before %.2f mGy, %.1f mGy cm",
                dose.level(),
                dose.planned().ctdiVolMGy(),
                dose.planned().dlpMGyCm(),
                dose.before().ctdiVolMGy(),
                dose.before().dlpMGyCm());
    }
}
