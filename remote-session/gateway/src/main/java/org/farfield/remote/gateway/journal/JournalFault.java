package org.farfield.remote.gateway.journal;

import java.io.IOException;

/** A journal that is not as it was written; says from which entry on (1 = the first, 0 = the file's head). */
public final class JournalFault extends IOException {
    private static final long serialVersionUID = 1;

    private final long entry;
    private final boolean tornEnd;

    JournalFault(long entry, boolean tornEnd, String what) {
        super((entry == 0 ? "head: " : "entry " + entry + ": ") + what);
        this.entry = entry;
        this.tornEnd = tornEnd;
    }

    /** The entry that is wrong. */
    public long entry() {
        return entry;
    }

    /** Whether the file merely ends inside this entry: what a gateway leaves that was killed while it wrote. */
    public boolean tornEnd() {
        return tornEnd;
    }
}
