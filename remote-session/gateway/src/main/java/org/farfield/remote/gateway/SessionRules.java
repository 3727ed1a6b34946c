package org.farfield.remote.gateway;

/**
 * The times and bounds that the session's safety rests on. Immutable.
 *
 * @param staleMillis a participant that was not heard for so long counts as having no usable link
 * @param silentMillis one that was not heard for so long loses the lease, and what he armed disarms
 * @param goneMillis one that was not heard for so long is shown out
 * @param armedMillis how long a plan stays armed
 * @param leaseAnswerMillis how long a request for the lease waits; silence is refusal
 * @param holdFreshMillis how old a hold report may be to count
 * @param mostTimeToLiveMillis no command is obeyed longer after it was issued, whatever it says
 * @param pushMillis the state goes out at least so often
 * @param heartbeatMillis from one heartbeat to the next
 * @param mostParticipants places in the session
 * @param abortWhenReleaserIsLost whether an exposure is stopped when the local operator who released it goes silent
 */
record SessionRules(
        long staleMillis,
        long silentMillis,
        long goneMillis,
        long armedMillis,
        long leaseAnswerMillis,
        long holdFreshMillis,
        long mostTimeToLiveMillis,
        long pushMillis,
        long heartbeatMillis,
        int mostParticipants,
        boolean abortWhenReleaserIsLost) {

    /** The site's usual rules: a running exposure may finish under the local key-holder. */
    static SessionRules standard() {
        return new SessionRules(500, 1_000, 5_000, 30_000, 30_000, 500, 10_000, 250, 100, 64, false);
    }

    /** The same with the site's choice of what a lost link means to a running exposure. */
    SessionRules withAbortWhenReleaserIsLost(boolean abort) {
        return new SessionRules(
                staleMillis,
                silentMillis,
                goneMillis,
                armedMillis,
                leaseAnswerMillis,
                holdFreshMillis,
                mostTimeToLiveMillis,
                pushMillis,
                heartbeatMillis,
                mostParticipants,
                abort);
    }
}
