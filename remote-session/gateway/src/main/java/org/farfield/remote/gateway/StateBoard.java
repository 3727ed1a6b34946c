package org.farfield.remote.gateway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.SessionState;

/**
 * Decides when the session's state goes out and under which version. A change that a decision may rest on goes out at
 * once, mere measurements (table position, round trips, slices so far) at most every 50 ms, and an unchanged state
 * again after 250 ms. Each version is one content. Control thread.
 */
final class StateBoard {
    private static final long MEASUREMENT_MILLIS = 50;

    private record Control(String patientId, String studyUid, long leaseEpoch, Optional<String> holder) {}

    private record Planning(
            Control control,
            PlanState planState,
            long planRevision,
            Optional<String> proposed,
            Optional<String> accepted) {}

    private record Everything(
            Planning planning, boolean identityConfirmed, ScannerPhase phase, List<String> interlocks) {}

    private final Session session;
    private Optional<SessionState> shown = Optional.empty();
    private Optional<Everything> decided = Optional.empty();
    private StateVersions versions = new StateVersions(0, 0, 0, 0);
    private long version;
    private long pushedNanos;

    StateBoard(Session session) {
        this.session = session;
    }

    long version() {
        return version;
    }

    /** The versions at which what a decision may rest on last changed. */
    StateVersions versions() {
        return versions;
    }

    /** The state as last shown, with the time of now. */
    SessionState state() {
        return draw(version, session.nowMillis);
    }

    /** Pushes the state where it is due. */
    void push() {
        SessionState next = draw(0, 0);
        long sincePush = (session.nowNanos - pushedNanos) / 1_000_000;
        boolean first = shown.isEmpty();
        boolean changed = first || !next.equals(shown.get());
        boolean prompt = first || (changed && !calm(next).equals(calm(shown.get())));
        if (prompt || (changed && sincePush >= MEASUREMENT_MILLIS)) {
            version++;
        } else if (sincePush < session.rules.pushMillis() - MEASUREMENT_MILLIS / 2) {
            return;
        } else if (changed) {
            version++;
        }
        Everything now = everything();
        versions = new StateVersions(
                same(now, e -> e.planning().control()) ? versions.control() : version,
                same(now, Everything::planning) ? versions.planning() : version,
                same(now, e -> e) ? versions.everything() : version,
                version);
        decided = Optional.of(now);
        shown = Optional.of(next);
        pushedNanos = session.nowNanos;
        session.want(new CoreEffect.Push(draw(version, session.nowMillis)));
    }

    private SessionState draw(long stateVersion, long gatewayMillis) {
        PlanLife plan = session.plan;
        LeaseState lease = session.lease.state();
        return new SessionState(
                session.epoch,
                stateVersion,
                gatewayMillis,
                session.scanner,
                session.patient,
                lease,
                plan.state(),
                plan.revision(),
                plan.plan(),
                plan.sha256(),
                plan.proposed(),
                plan.accepted(),
                session.attendees.values().stream()
                        .map(a -> a.participant(session.nowNanos))
                        .toList(),
                tier(lease),
                session.acquisition,
                armedUntil(plan),
                session.localHold(),
                Optional.of(session.dose.state()));
    }

    private OptionalLong armedUntil(PlanLife plan) {
        if (!plan.is(PlanState.ARMED)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(plan.armedUntilMillis());
    }

    private ControlTier tier(LeaseState lease) {
        if (lease.holder().isEmpty()) {
            return ControlTier.FULL;
        }
        return session.attendees.values().stream()
                .filter(a -> lease.heldBy(a.operator) && a.role.mayHoldLease())
                .map(a -> a.tier(session.nowNanos))
                .findFirst()
                .orElse(ControlTier.VIEW_ONLY);
    }

    private <T> boolean same(Everything now, Function<Everything, T> aspect) {
        return decided.map(aspect).filter(aspect.apply(now)::equals).isPresent();
    }

    private Everything everything() {
        Control control = new Control(
                session.patient.patientId(), session.patient.studyUid(), session.lease.epoch(), session.lease.holder());
        PlanLife plan = session.plan;
        return new Everything(
                new Planning(control, plan.state(), plan.revision(), plan.proposed(), plan.accepted()),
                session.patient.identityConfirmed(),
                session.scanner.phase(),
                session.scanner.interlocks());
    }

    /** The state without what is only measured. */
    private static SessionState calm(SessionState state) {
        ScannerState scanner = state.scanner();
        return new SessionState(
                state.sessionEpoch(),
                0,
                0,
                new ScannerState(
                        scanner.phase(),
                        0,
                        scanner.gantryTiltDegrees(),
                        scanner.interlocks(),
                        0,
                        "",
                        scanner.scannerId()),
                state.patient(),
                state.lease(),
                state.planState(),
                state.planRevision(),
                state.plan(),
                state.planSha256(),
                state.proposedSha256(),
                state.acceptedSha256(),
                state.participants().stream()
                        .map(p -> new Participant(p.operator(), p.role(), p.tier(), 0, p.relayed()))
                        .toList(),
                state.tier(),
                Optional.empty(),
                state.armedUntilMillis(),
                state.holdPressed(),
                state.dose());
    }
}
