package org.farfield.remote.client;

/**
 * The times a participant keeps. Immutable.
 *
 * @param heartbeatMillis from one heartbeat to the next
 * @param holdMillis from one hold report to the next
 * @param timeToLiveMillis how long a command may be obeyed
 * @param verdictMillis how long to wait for a verdict before the outcome counts as unknown
 * @param deadMillis after so long without a word the link is given up and made anew
 * @param gapMillis how long a slice may be overtaken before it is asked for
 * @param firstRetryMillis shortest pause between attempts to connect anew
 * @param mostRetryMillis longest pause between them, when a link has been lost for long
 */
record ClientRules(
        long heartbeatMillis,
        long holdMillis,
        int timeToLiveMillis,
        long verdictMillis,
        long deadMillis,
        long gapMillis,
        long firstRetryMillis,
        long mostRetryMillis) {
    static final ClientRules STANDARD = new ClientRules(100, 60, 2_000, 3_000, 3_000, 300, 300, 2_000);
}
