package org.farfield.workstation.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What a person did, newest last, so that it can be taken back and done again. Owned by the FX thread; keeps the newest
 * {@value #LIMIT}.
 */
public final class History {
    private static final int LIMIT = 200;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");

    /** Nothing done yet. */
    public History() {
        refresh();
    }

    /** Remembers a change that has just happened; what was undone before can no longer be redone. */
    public void push(Change change) {
        done.addLast(change);
        if (done.size() > LIMIT) {
            done.removeFirst();
        }
        undone.clear();
        refresh();
    }

    /** Takes the newest change back; nothing where there is none. */
    public void undo() {
        Change change = done.pollLast();
        if (change != null) {
            undone.addLast(change);
            change.undo().run();
            refresh();
        }
    }

    /** Does the change that was taken back last again; nothing where there is none. */
    public void redo() {
        Change change = undone.pollLast();
        if (change != null) {
            done.addLast(change);
            change.redo().run();
            refresh();
        }
    }

    /** Forgets everything, as when another series is shown. */
    public void clear() {
        done.clear();
        undone.clear();
        refresh();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    private void refresh() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }
}
