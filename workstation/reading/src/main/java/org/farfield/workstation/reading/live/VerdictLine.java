package org.farfield.workstation.reading.live;

import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * One line of the list of last verdicts.
 *
 * @param number grows by one a line
 * @param wish what was asked for, a key of the bundles such as {@code RequestLease}
 * @param accepted whether it took effect
 * @param reason why it was decided so
 * @param text the gateway's own line for people, may be empty
 * @param stateVersion the state version after it
 */
public record VerdictLine(
        long number, String wish, boolean accepted, VerdictReason reason, String text, long stateVersion) {

    static VerdictLine of(long number, String wish, Verdict verdict) {
        return new VerdictLine(
                number, wish, verdict.accepted(), verdict.reason(), verdict.text(), verdict.stateVersion());
    }
}
