package org.farfield.workstation.reading.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.farfield.workstation.study.Problem;

/** What view models write and read, one piece after the other; a piece that fails is told on the FX thread. */
public final class DiskWork {
    private final Executor disk;
    private final Executor ui;
    private final Consumer<Problem> trouble;

    /** A piece of work. */
    @FunctionalInterface
    public interface Piece {
        void run() throws IOException;
    }

    /**
     * Nothing to do yet.
     *
     * @param disk runs one task after the other
     * @param ui runs what must be on the FX thread
     * @param trouble hears of pieces that failed
     */
    public DiskWork(Executor disk, Executor ui, Consumer<Problem> trouble) {
        this.disk = disk;
        this.ui = ui;
        this.trouble = trouble;
    }

    /**
     * Runs a piece when those before it are done.
     *
     * @param about the file that a fault names
     * @param what with which the words of a fault begin
     */
    public void run(Path about, String what, Piece piece) {
        disk.execute(() -> {
            try {
                piece.run();
            } catch (IOException | RuntimeException e) {
                Problem problem = new Problem(about, Problem.Kind.UNREADABLE, what + ": " + e.getMessage());
                ui.execute(() -> trouble.accept(problem));
            }
        });
    }
}
