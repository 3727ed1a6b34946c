package org.farfield.workstation.app;

/** Something that joins a workstation window when it opens, as a live session does. */
@FunctionalInterface
public interface WindowExtension {

    /**
     * Adds panes and commands to the window; on the FX thread, before it shows. What it answers is closed with the
     * window.
     */
    Attached attach(WorkstationWindow window);

    /** This extension and another one, which ends first. */
    default WindowExtension and(WindowExtension other) {
        return window -> {
            Attached first = attach(window);
            Attached second = other.attach(window);
            return () -> {
                second.close();
                first.close();
            };
        };
    }

    /** Ends what the extension began; on the FX thread, after the window closed; must not block. */
    @FunctionalInterface
    interface Attached extends AutoCloseable {
        @Override
        void close();
    }
}
