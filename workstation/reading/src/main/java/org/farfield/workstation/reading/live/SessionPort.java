package org.farfield.workstation.reading.live;

import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Verdict;

/**
 * A person's place in the live session as the view models see it: what is heard, and what can be asked for. Called on
 * the FX thread and never blocks; the stages complete on any thread.
 */
public interface SessionPort {

    /** What is heard now. Immutable. */
    HeardSession heard();

    /** Asks the gateway; completes with its verdict, or with one of reason UNKNOWN when none came in time. */
    CompletionStage<Verdict> command(CommandPayload payload);

    /** Asks for everything to stop; never waits behind anything. */
    CompletionStage<Verdict> stop(String reason);

    /**
     * Says that the release button is pressed or not, for the plan with this hash that the person sees. Must be said
     * again within {@link #HOLD_RENEWAL_MILLIS} while pressed: a window that no longer answers is a release.
     */
    void hold(boolean pressed, String planSha256);

    /** How long a pressed hold lives without being said again, ms. */
    long HOLD_RENEWAL_MILLIS = 250;
}
