package org.farfield.remote.gateway;

import org.farfield.remote.protocol.message.CommandPayload;

/**
 * When what a decision may rest on last changed, as state versions. A command is obeyed only on the state it was made
 * for: of all that the state holds, on that part which the command is about. Immutable.
 *
 * @param control patient, study and lease
 * @param planning these, the plan and where it is in its life
 * @param everything these, the confirmed identity, the scanner's phase and interlocks
 * @param newest the version of the state now
 */
record StateVersions(long control, long planning, long everything, long newest) {
    private enum About {
        NOTHING,
        CONTROL,
        PLANNING,
        EVERYTHING
    }

    private static About about(CommandPayload payload) {
        return switch (payload) {
            case CommandPayload.Stop _ -> About.NOTHING;
            case CommandPayload.RevokeLease _ -> About.NOTHING;
            case CommandPayload.ReleaseLease _ -> About.NOTHING;
            case CommandPayload.Disarm _ -> About.NOTHING;
            case CommandPayload.RequestLease _ -> About.CONTROL;
            case CommandPayload.GrantLease _ -> About.CONTROL;
            case CommandPayload.RefuseLease _ -> About.CONTROL;
            case CommandPayload.ConfirmPatient _ -> About.CONTROL;
            case CommandPayload.NewPlan _ -> About.PLANNING;
            case CommandPayload.EditPlan _ -> About.PLANNING;
            case CommandPayload.ConfirmEdit _ -> About.PLANNING;
            case CommandPayload.Propose _ -> About.PLANNING;
            case CommandPayload.Reject _ -> About.PLANNING;
            case CommandPayload.ExplainDose _ -> About.PLANNING;
            case CommandPayload.AuthoriseDose _ -> About.PLANNING;
            case CommandPayload.Accept _ -> About.EVERYTHING;
            case CommandPayload.Arm _ -> About.EVERYTHING;
            case CommandPayload.MoveTable _ -> About.EVERYTHING;
        };
    }

    /** The oldest state version that this command may have been made for. */
    long oldestFor(CommandPayload payload) {
        return switch (about(payload)) {
            case NOTHING -> 0;
            case CONTROL -> control;
            case PLANNING -> planning;
            case EVERYTHING -> everything;
        };
    }

    /** Whether the command is about the plan, and so about one revision of it. */
    static boolean isAboutPlan(CommandPayload payload) {
        return about(payload).compareTo(About.PLANNING) >= 0;
    }
}
