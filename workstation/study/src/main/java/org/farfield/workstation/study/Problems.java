package org.farfield.workstation.study;

import java.util.List;

/**
 * Everything that went wrong in one piece of work, for one summary and never a dialog a file.
 *
 * @param list what is worth the reader's attention, in the order of the files' names
 * @param ignored how many files were passed over because they are not DICOM
 */
public record Problems(List<Problem> list, int ignored) {
    /** Nothing went wrong. */
    public static final Problems NONE = new Problems(List.of(), 0);

    /** Keeps its own copy of the list. */
    public Problems {
        list = List.copyOf(list);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return list.isEmpty();
    }
}
