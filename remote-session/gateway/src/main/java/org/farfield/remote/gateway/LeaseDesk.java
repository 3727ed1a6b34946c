package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * Who gets the control lease: asked for by a remote operator, granted and taken back by the local one. Control thread.
 */
final class LeaseDesk {
    private final Session session;

    LeaseDesk(Session session) {
        this.session = session;
    }

    Optional<Refusal> request(Attendee from) {
        if (from.role != Role.REMOTE_OPERATOR) {
            return Refusal.of(
                    VerdictReason.NOT_LEGAL_IN_STATE, "the local operator has control whenever nobody holds the lease");
        }
        ControlLease lease = session.lease;
        if (lease.heldBy(from.operator)) {
            return Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, "you hold the lease");
        }
        if (lease.holder().isPresent()) {
            return Refusal.of(VerdictReason.LEASE_TAKEN, lease.holder().get() + " holds the lease");
        }
        if (lease.requestedBy().isPresent() && !lease.requestedBy().get().equals(from.operator)) {
            return Refusal.of(VerdictReason.LEASE_TAKEN, lease.requestedBy().get() + " asked first");
        }
        lease.request(from.operator, session.nowNanos);
        return Optional.empty();
    }

    Optional<Refusal> grant(CommandPayload.GrantLease grant) {
        Optional<Refusal> notAsked = notAsked(grant.operator());
        if (notAsked.isPresent()) {
            return notAsked;
        }
        if (!session.presentForLease(grant.operator())) {
            return Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, grant.operator() + " is not there");
        }
        session.lease.grant(grant.operator(), session.nowNanos);
        session.note("lease " + session.lease.epoch() + " granted to " + grant.operator());
        return Optional.empty();
    }

    Optional<Refusal> refuse(CommandPayload.RefuseLease refuse) {
        Optional<Refusal> notAsked = notAsked(refuse.operator());
        if (notAsked.isEmpty()) {
            session.lease.dropRequest();
            session.note("lease refused to " + refuse.operator());
        }
        return notAsked;
    }

    Optional<Refusal> revoke(CommandPayload.RevokeLease revoke) {
        if (session.lease.holder().isEmpty()) {
            return Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, "nobody holds the lease");
        }
        drop("revoked by the local operator");
        return Optional.empty();
    }

    Optional<Refusal> release(Attendee from) {
        if (!session.lease.heldBy(from.operator)) {
            return Refusal.of(VerdictReason.NO_LEASE, "you do not hold the lease");
        }
        drop("given back");
        return Optional.empty();
    }

    /** The lease lapses to the local operator. */
    void drop(String why) {
        session.lease.drop();
        session.note("lease " + session.lease.epoch() + " lies with the local operator: " + why);
    }

    /** What silence means: to a request refusal, of the holder loss. */
    void watch() {
        ControlLease lease = session.lease;
        if (lease.requestedBy().isPresent()
                && (lease.requestAgeMillis(session.nowNanos) >= session.rules.leaseAnswerMillis()
                        || !session.presentForLease(lease.requestedBy().get()))) {
            session.note("lease refused to " + lease.requestedBy().get() + ": no answer in time");
            lease.dropRequest();
        }
        if (lease.holderSilentMillis(session.nowNanos) >= session.rules.silentMillis()) {
            drop("its holder is silent");
        }
    }

    private Optional<Refusal> notAsked(String operator) {
        return session.lease.requestedBy().filter(operator::equals).isPresent()
                ? Optional.empty()
                : Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, operator + " did not ask for the lease");
    }
}
