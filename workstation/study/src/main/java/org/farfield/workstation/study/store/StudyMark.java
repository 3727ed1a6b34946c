package org.farfield.workstation.study.store;

/** What readers did, or still have to do, with a study; any of them keeps it from being evicted. */
public enum StudyMark {
    UNREAD("unread"),
    LOCKED("locked"),
    UNSENT("unsent");

    private final String column;

    StudyMark(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
