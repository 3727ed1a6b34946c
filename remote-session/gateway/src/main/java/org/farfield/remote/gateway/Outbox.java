package org.farfield.remote.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Lets each effect of the core out when the journal has it, in order, without ever waiting for the disk:
 *
 * <ul>
 *   <li>what makes the scene safer (stop, disarm, hold let go) goes out at once; its entry follows as fast as the disk
 *       can, and whatever risky is still kept back is dropped, so that nothing overtaken by a stop comes after it;
 *   <li>heartbeats go out at once: they are measurements;
 *   <li>everything else (verdicts, states, everything that makes the scanner load, arm, expose, move) waits until its
 *       entry is durable.
 * </ul>
 *
 * Control thread.
 */
final class Outbox {
    private record Kept(long entry, long sinceNanos, CoreEffect effect) {}

    private final SessionJournal journal;
    private final Consumer<CoreEffect> perform;
    private final Deque<Kept> kept = new ArrayDeque<>();

    Outbox(SessionJournal journal, Consumer<CoreEffect> perform) {
        this.journal = journal;
        this.perform = perform;
    }

    /** Takes the effects of one input. */
    void take(Iterable<CoreEffect> effects, long nowNanos) {
        boolean asks = false;
        for (CoreEffect effect : effects) {
            if (!SessionJournal.keeps(effect)) {
                perform.accept(effect);
                continue;
            }
            long entry = journal.effect(effect);
            if (safer(effect)) {
                withhold("overtaken by " + name(effect));
                perform.accept(effect);
                asks = true;
            } else if (!(effect instanceof CoreEffect.Note || effect instanceof CoreEffect.Dose)) {
                kept.addLast(new Kept(entry, nowNanos, effect));
                asks = true;
            }
        }
        if (asks) {
            journal.commit();
        }
    }

    /** The journal is durable up to an entry: what waited for that goes out. */
    void durable(long entries) {
        while (!kept.isEmpty() && kept.getFirst().entry() <= entries) {
            perform.accept(kept.removeFirst().effect());
        }
    }

    /** How long the oldest effect has waited for the disk, ms. */
    long behindMillis(long nowNanos) {
        return kept.isEmpty() ? 0 : (nowNanos - kept.getFirst().sinceNanos()) / 1_000_000;
    }

    /** Drops everything risky that has not gone out. */
    void withhold(String why) {
        for (Iterator<Kept> waiting = kept.iterator(); waiting.hasNext(); ) {
            CoreEffect effect = waiting.next().effect();
            if (risky(effect)) {
                waiting.remove();
                journal.withheld(name(effect) + ": " + why);
            }
        }
    }

    private static boolean safer(CoreEffect effect) {
        return switch (effect) {
            case CoreEffect.StopScanner _, CoreEffect.DisarmScanner _ -> true;
            case CoreEffect.Hold hold -> !hold.pressed();
            default -> false;
        };
    }

    private static boolean risky(CoreEffect effect) {
        return switch (effect) {
            case CoreEffect.Load _, CoreEffect.ArmScanner _, CoreEffect.Expose _, CoreEffect.MoveTable _ -> true;
            case CoreEffect.Hold hold -> hold.pressed();
            default -> false;
        };
    }

    private static String name(CoreEffect effect) {
        return effect.getClass().getSimpleName();
    }
}
