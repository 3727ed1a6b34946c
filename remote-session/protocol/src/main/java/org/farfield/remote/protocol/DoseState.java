package org.farfield.remote.protocol;

import java.util.Optional;

/**
 * The dose of the plan as the gateway has it. Immutable.
 *
 * @param planned forward estimate for the plan
 * @param before what the study has given by now: CTDIvol at the worst place of the plan's range, DLP in all
 * @param reason given by whoever plans, for a plan above a notification value
 * @param authorised given by a second, local person, for a plan above an alert value
 */
public record DoseState(
        DoseGuide guide,
        DoseFigures planned,
        DoseFigures before,
        DoseLevel level,
        Optional<DoseAnswer> reason,
        Optional<DoseAnswer> authorised) {}
