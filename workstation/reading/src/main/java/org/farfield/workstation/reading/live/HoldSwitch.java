package org.farfield.workstation.reading.live;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The hold-to-release switch as a state machine: what a person's finger is doing, read the safe way. Every doubt is a
 * release: the pointer leaves the button, the window loses the keyboard, the button is disabled, a second finger. After
 * such a release the same finger cannot press again until it has been lifted, so a key that repeats or a pointer that
 * wanders back never starts anything.
 *
 * <p>Owner: the FX thread. The listener hears each change of {@link #pressed()}.
 */
public final class HoldSwitch {

    /** What presses: one finger a source. */
    public enum Finger {
        POINTER,
        KEY
    }

    private final Consumer<Boolean> listener;
    private boolean enabled;
    private boolean pressed;
    private Finger pressedBy = Finger.POINTER;
    private final Set<Finger> down = EnumSet.noneOf(Finger.class);

    public HoldSwitch(Consumer<Boolean> listener) {
        this.listener = listener;
    }

    /** Whether the switch may be pressed at all; disabling it releases. */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
        if (!enabled) {
            let(false);
        }
    }

    /** The finger went down. Only a finger that was up before, alone, on an enabled switch, presses. */
    public void down(Finger finger) {
        boolean fresh = down.add(finger);
        if (fresh && enabled && !pressed && down.size() == 1) {
            pressedBy = finger;
            let(true);
        }
    }

    /** The finger was lifted. */
    public void up(Finger finger) {
        down.remove(finger);
        if (pressed && pressedBy == finger) {
            let(false);
        }
    }

    /** The pointer left, the keyboard went elsewhere, the window was hidden: release, whatever the finger does. */
    public void lost(Finger finger) {
        if (pressed && pressedBy == finger) {
            let(false);
        }
    }

    /** The whole window lost its user: release, and forget the pointer, whose lifting is not seen. */
    public void lostAll() {
        let(false);
        down.remove(Finger.POINTER);
    }

    public boolean pressed() {
        return pressed;
    }

    private void let(boolean now) {
        if (pressed != now) {
            pressed = now;
            listener.accept(now);
        }
    }
}
