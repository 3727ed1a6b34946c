package org.farfield.workstation.study;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * In which order slices are fetched, so that a look at the whole comes early: the middle one, the first, the last, then
 * always the middle of the intervals that are left, the widest first. A slice that a viewport waits for goes before all
 * of them. Any thread.
 */
final class LoadOrder {
    private final int[] sequence;
    private final BitSet taken = new BitSet();
    private int next;
    private final Deque<Integer> preferred = new ArrayDeque<>();

    LoadOrder(int slices) {
        sequence = bisection(slices);
    }

    /** The next slice to fetch, empty when all were handed out. */
    synchronized OptionalInt take() {
        while (!preferred.isEmpty()) {
            int slice = preferred.removeFirst();
            if (!taken.get(slice)) {
                taken.set(slice);
                return OptionalInt.of(slice);
            }
        }
        while (next < sequence.length) {
            int slice = sequence[next++];
            if (!taken.get(slice)) {
                taken.set(slice);
                return OptionalInt.of(slice);
            }
        }
        return OptionalInt.empty();
    }

    /** Hands these slices out next, unless they were already; a wish from before is forgotten. */
    synchronized void prefer(int... slices) {
        preferred.clear();
        for (int slice : slices) {
            if (slice >= 0 && slice < sequence.length) {
                preferred.addLast(slice);
            }
        }
    }

    /** All numbers from 0 below {@code n}, each once. */
    static int[] bisection(int n) {
        int[] order = new int[n];
        BitSet seen = new BitSet(n);
        int count = 0;
        for (int slice : new int[] {n / 2, 0, n - 1}) {
            if (slice >= 0 && slice < n && !seen.get(slice)) {
                seen.set(slice);
                order[count++] = slice;
            }
        }
        Queue<int[]> open = new ArrayDeque<>();
        open.add(new int[] {0, n / 2});
        open.add(new int[] {n / 2, n - 1});
        while (count < n) {
            int[] interval = open.remove();
            int middle = (interval[0] + interval[1]) >>> 1;
            if (!seen.get(middle)) {
                seen.set(middle);
                order[count++] = middle;
            }
            if (interval[1] - interval[0] > 1) {
                open.add(new int[] {interval[0], middle});
                open.add(new int[] {middle, interval[1]});
            }
        }
        return order;
    }
}
