package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.SessionState;

/** Why the plan cannot be edited here now: what the person is told beside the disabled fields. */
public enum EditBlock {
    /** Nothing heard for 500 ms: the state is unknown. */
    NOT_HEARD,
    /** Somebody else holds the control lease, or nobody. */
    NO_LEASE,
    /** The link allows only view, talk and STOP. */
    TIER,
    /** The plan is proposed, accepted or running: it is fixed until that is over. */
    PLAN_FIXED;

    /** The first of the reasons that holds, if any. */
    static Optional<EditBlock> of(HeardSession heard) {
        Optional<SessionState> state = heard.state();
        if (state.isEmpty() || heard.limits().isEmpty()) {
            return Optional.of(NOT_HEARD);
        }
        if (!heard.holdsLease()) {
            return Optional.of(NO_LEASE);
        }
        if (state.get().tier() == ControlTier.VIEW_ONLY) {
            return Optional.of(TIER);
        }
        return isFixed(state.get().planState()) ? Optional.of(PLAN_FIXED) : Optional.empty();
    }

    private static boolean isFixed(PlanState state) {
        return switch (state) {
            case DRAFT, CHECKED, DONE, STOPPED, LAPSED -> false;
            case PROPOSED, ACCEPTED, ARMED, RUNNING -> true;
        };
    }
}
