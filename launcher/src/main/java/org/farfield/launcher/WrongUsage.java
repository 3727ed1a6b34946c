package org.farfield.launcher;

/** The arguments of a subcommand make no sense; the message says which one and what was expected. */
public final class WrongUsage extends Exception {
    private static final long serialVersionUID = 1L;

    /** One line for the person at the shell. */
    public WrongUsage(String message) {
        super(message);
    }
}
