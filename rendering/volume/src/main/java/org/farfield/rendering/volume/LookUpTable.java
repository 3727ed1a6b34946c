package org.farfield.rendering.volume;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A table as LUT Descriptor (0028,3002) and LUT Data (0028,3006) give it, PS3.3 C.11.1.1 and C.11.2.1.1: the first
 * input that is mapped, one entry for each input from there on. Inputs below take the first entry, inputs above the
 * last one; between whole inputs the table is straight. Immutable; equal where the contents are.
 */
public final class LookUpTable {

    private final int first;
    private final int bits;
    private final int[] entries;

    /**
     * A table of its own copy of the entries.
     *
     * @param bits of an entry, 8 to 16: an entry is at most {@code 2^bits - 1}
     */
    public LookUpTable(int first, int bits, int[] entries) {
        int most = (1 << bits) - 1;
        if (bits < 8 || bits > 16 || entries.length == 0) {
            throw new IllegalArgumentException("a table of " + entries.length + " entries of " + bits + " bits");
        }
        for (int entry : entries) {
            if (entry < 0 || entry > most) {
                throw new IllegalArgumentException("an entry of " + entry + " in a table of " + bits + " bits");
            }
        }
        this.first = first;
        this.bits = bits;
        this.entries = entries.clone();
    }

    /** The entry of an input, straight between neighbours. */
    public double apply(double input) {
        double at = Math.clamp(input - first, 0, entries.length - 1.0);
        int i = Math.min((int) at, Math.max(0, entries.length - 2));
        int next = Math.min(i + 1, entries.length - 1);
        return entries[i] + (entries[next] - entries[i]) * (at - i);
    }

    /** The first input that has an entry of its own. */
    public int first() {
        return first;
    }

    /** How many entries there are. */
    public int size() {
        return entries.length;
    }

    /** The highest entry that so many bits can hold. */
    public int most() {
        return (1 << bits) - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LookUpTable o
                && first == o.first
                && bits == o.bits
                && Arrays.equals(entries, o.entries);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * first + bits) + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "table of " + entries.length + " entries of " + bits + " bits from " + first;
    }
}
