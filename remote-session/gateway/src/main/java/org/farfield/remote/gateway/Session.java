package org.farfield.remote.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.VerdictReason;

/** All that the core knows, the moment it decides in, and what it wants done about it. Control thread. */
final class Session {
    final SessionRules rules;
    final ScannerDescription description;
    final long epoch;
    final ControlLease lease = new ControlLease();
    final PlanLife plan;
    final DoseDesk dose;
    final Map<Integer, Attendee> attendees = new LinkedHashMap<>();
    ScannerState scanner;
    PatientContext patient;
    Optional<AcquisitionProgress> acquisition = Optional.empty();
    boolean tableMoving;
    long nowNanos;
    long nowMillis;
    private List<CoreEffect> wanted = new ArrayList<>();

    Session(SessionOpening opening) {
        this.rules = opening.rules();
        this.description = opening.description();
        this.epoch = opening.epoch();
        this.scanner = opening.scanner();
        this.patient = opening.patient().withIdentityConfirmed(false);
        ScanPlan first = description.protocols().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a scanner has at least one plan to start from"));
        this.plan = new PlanLife(first);
        this.dose = new DoseDesk(this, opening);
    }

    void want(CoreEffect effect) {
        wanted.add(effect);
    }

    void note(String line) {
        wanted.add(new CoreEffect.Note(line));
    }

    List<CoreEffect> takeWanted() {
        List<CoreEffect> taken = wanted;
        wanted = new ArrayList<>();
        return taken;
    }

    /** Moves the plan's state and notes it. */
    void planEnds(PlanState how, String why) {
        note("plan " + plan.state() + " -> " + how + ": " + why);
        plan.end(how);
    }

    boolean acquiring() {
        return acquisition.isPresent() && !acquisition.get().done();
    }

    /** What forbids the attendee to edit, propose or move: he has no control. */
    Optional<Refusal> withoutControl(Attendee who) {
        if (lease.holder().isEmpty()) {
            return who.role == Role.LOCAL_OPERATOR
                    ? Optional.empty()
                    : Refusal.of(VerdictReason.NO_LEASE, "control lies with the local operator: request the lease");
        }
        return lease.heldBy(who.operator)
                ? Optional.empty()
                : Refusal.of(VerdictReason.NO_LEASE, lease.holder().get() + " holds the lease");
    }

    /** Whether a local operator holds now. */
    boolean localHold() {
        return attendees.values().stream().anyMatch(a -> a.role == Role.LOCAL_OPERATOR && a.hold.pressed(nowNanos));
    }

    /** Whether an operator is present in a role that may hold the lease, and was heard lately. */
    boolean presentForLease(String operator) {
        return attendees.values().stream()
                .anyMatch(a -> a.operator.equals(operator)
                        && a.role.mayHoldLease()
                        && a.silentMillis(nowNanos) < rules.silentMillis());
    }
}
