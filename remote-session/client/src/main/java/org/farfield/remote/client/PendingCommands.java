package org.farfield.remote.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * Commands that have no verdict yet. One that gets none in time, or whose link breaks, is UNKNOWN: it may or may not
 * have been obeyed, and nobody assumes either. Client thread.
 */
final class PendingCommands {
    private record Pending(CompletableFuture<Verdict> answer, long deadlineNanos) {}

    private final String operator;
    private final Map<Long, Pending> pending = new LinkedHashMap<>();

    PendingCommands(String operator) {
        this.operator = operator;
    }

    void add(long sequence, CompletableFuture<Verdict> answer, long deadlineNanos) {
        pending.put(sequence, new Pending(answer, deadlineNanos));
    }

    /** Takes the gateway's word; false for a command that is not waited for any more. */
    boolean decided(Verdict verdict) {
        Pending waiting = pending.remove(verdict.commandSequence());
        return waiting != null && waiting.answer().complete(verdict);
    }

    /** Gives up those whose time is over; returns what they were told. */
    List<Verdict> expire(long nowNanos, long stateVersion) {
        List<Verdict> unknown = new ArrayList<>();
        Iterator<Map.Entry<Long, Pending>> each = pending.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Long, Pending> entry = each.next();
            if (nowNanos - entry.getValue().deadlineNanos() >= 0) {
                each.remove();
                Verdict verdict = unknown(entry.getKey(), "no verdict came in time", stateVersion);
                entry.getValue().answer().complete(verdict);
                unknown.add(verdict);
            }
        }
        return unknown;
    }

    /** Gives up all. */
    List<Verdict> lost(String why, long stateVersion) {
        List<Verdict> unknown = new ArrayList<>();
        pending.forEach((sequence, waiting) -> {
            Verdict verdict = unknown(sequence, why, stateVersion);
            waiting.answer().complete(verdict);
            unknown.add(verdict);
        });
        pending.clear();
        return unknown;
    }

    Verdict unknown(long sequence, String text, long stateVersion) {
        return new Verdict(sequence, operator, false, VerdictReason.UNKNOWN, text, stateVersion);
    }
}
