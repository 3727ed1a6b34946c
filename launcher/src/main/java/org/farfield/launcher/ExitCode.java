package org.farfield.launcher;

/** What the program tells the shell. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;

    /** The arguments were right, the work failed; standard error says why. */
    public static final int FAILED = 1;

    /** The arguments were wrong, or this machine lacks what they need (a display). */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
