package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.workstation.study.Problem;

/** How far the opening of folders and the loading of the shown series have come, and what went wrong. FX thread. */
public final class LoadModel {

    /** What is being done now. */
    public enum Phase {
        IDLE,
        SCANNING,
        LOADING
    }

    /**
     * How far it is.
     *
     * @param done files looked into, or slices loaded
     * @param total files found so far, or slices there are
     */
    public record Progress(Phase phase, int done, int total) {
        static final Progress NONE = new Progress(Phase.IDLE, 0, 0);
    }

    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final BooleanProperty cancelled = new SimpleBooleanProperty(this, "cancelled");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private Runnable cancelAction = () -> {};

    /** Nothing to do yet. */
    public LoadModel() {
        busy.bind(progress.map(p -> p.phase() != Phase.IDLE));
    }

    /** Something begins that {@code cancel} ends. */
    public void begin(Phase phase, Runnable cancel) {
        cancelAction = cancel;
        cancelled.set(false);
        progress.set(new Progress(phase, 0, 0));
    }

    /** It has come so far; ignored where nothing is going on. */
    public void advance(int done, int total) {
        if (busy.get()) {
            progress.set(new Progress(progress.get().phase(), done, total));
        }
    }

    /** It has ended by itself. */
    public void end() {
        cancelAction = () -> {};
        progress.set(Progress.NONE);
    }

    /** Ends what is going on; what has come stays. */
    public void cancel() {
        if (busy.get()) {
            Runnable action = cancelAction;
            cancelled.set(true);
            end();
            action.run();
        }
    }

    /** Adds to what went wrong; a file and cause that is there already is not added again. */
    public void report(List<Problem> more) {
        List<Problem> fresh = new ArrayList<>(more);
        fresh.removeIf(one -> problems.stream().anyMatch(known -> sameFault(known, one)));
        problems.addAll(fresh);
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether something is going on that can be cancelled. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the last thing was cancelled. */
    public ReadOnlyBooleanProperty cancelled() {
        return cancelled;
    }

    /** What the scan told of a file the loader tells again in its own words: once is enough. */
    private static boolean sameFault(Problem known, Problem one) {
        return known.kind() == one.kind() && known.file().equals(one.file());
    }

    /** What went wrong so far, each file with its cause. */
    public ObservableList<Problem> problems() {
        return FXCollections.unmodifiableObservableList(problems);
    }
}
