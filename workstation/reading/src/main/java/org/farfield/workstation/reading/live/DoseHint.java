package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.DoseFigures;
import org.farfield.remote.protocol.DoseLevel;
import org.farfield.remote.protocol.DoseState;
import org.farfield.remote.protocol.ScanPlan;

/**
 * The dose of a plan as it is being edited, by the gateway's own guide; a hint, the gateway decides. Immutable.
 *
 * @param planned the forward estimate for the edited plan
 * @param level where it stands with what the study has given
 * @param heard what the gateway says of the plan that it has
 */
public record DoseHint(DoseFigures planned, DoseLevel level, DoseState heard) {
    /** The hint for a plan; empty where the gateway says nothing of dose. */
    public static Optional<DoseHint> of(Optional<DoseState> heard, ScanPlan plan) {
        return heard.map(dose -> {
            DoseFigures planned = dose.guide().estimate(plan);
            return new DoseHint(planned, dose.guide().level(planned, dose.before()), dose);
        });
    }
}
