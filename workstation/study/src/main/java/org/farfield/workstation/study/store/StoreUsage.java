package org.farfield.workstation.study.store;

/**
 * How full a store is.
 *
 * @param bytes of all files that the index knows
 * @param quotaBytes beyond it, receiving evicts what may be evicted; {@code Long.MAX_VALUE} where there is no quota
 */
public record StoreUsage(long bytes, long quotaBytes) {
    /** Whether there is a quota. */
    public boolean limited() {
        return quotaBytes < Long.MAX_VALUE;
    }
}
