package org.farfield.workstation.reading.archive;

import java.util.List;

/**
 * One line that tells the reader what happened.
 *
 * @param key of the words
 * @param values that stand in the words
 */
public record Notice(String key, List<Object> values, boolean fault) {
    /** Nothing to tell. */
    public static final Notice NONE = new Notice("", List.of(), false);

    /** Keeps its own copy of the list. */
    public Notice {
        values = List.copyOf(values);
    }

    static Notice of(String key, Object... values) {
        return new Notice(key, List.of(values), false);
    }

    static Notice fault(String key, Object... values) {
        return new Notice(key, List.of(values), true);
    }
}
