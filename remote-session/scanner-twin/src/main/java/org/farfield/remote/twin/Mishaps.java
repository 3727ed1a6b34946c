package org.farfield.remote.twin;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The faults that are still to happen. Any thread. */
final class Mishaps {
    private final Set<Fault> waiting = EnumSet.noneOf(Fault.class);

    Mishaps(Collection<Fault> faults) {
        waiting.addAll(faults);
    }

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Whether the fault happens now; once only. */
    synchronized boolean strikes(Fault fault) {
        return waiting.remove(fault);
    }
}
