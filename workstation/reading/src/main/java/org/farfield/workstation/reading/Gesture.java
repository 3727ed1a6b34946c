package org.farfield.workstation.reading;

import java.util.Optional;

/** One drag, from press to release. FX thread. */
public interface Gesture {

    /** The pointer is here now. */
    void drag(ViewPoint to);

    /** The button was released; answers how to take the drag back, empty where it changed nothing. */
    Optional<Change> end();
}
