package org.farfield.workstation.app;

/** Something that joins a workstation window when it opens, as a live session does. */
@FunctionalInterface
public interface WindowExtension {

    /**
     * Adds panes and commands to the window; on the FX thread, before it shows. What it answers is closed with the
     * window.
     */
    Attached attach(WorkstationWindow window);

    /** Ends what the extension began; on the FX thread, after the window closed; must not block. */
    @FunctionalInterface
    interface Attached extends AutoCloseable {
        @Override
        void close();
    }
}
