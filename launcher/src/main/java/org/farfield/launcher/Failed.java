package org.farfield.launcher;

/** A subcommand could not do its work; the message names the file, peer or device and the cause. */
public final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    /** One line for the person at the shell. */
    public Failed(String message) {
        super(message);
    }

    /** One line for the person at the shell, and what lay beneath it. */
    public Failed(String message, Throwable cause) {
        super(message, cause);
    }
}
