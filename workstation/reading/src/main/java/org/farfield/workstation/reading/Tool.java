package org.farfield.workstation.reading;

/** What a mouse button does in a viewport. */
@FunctionalInterface
public interface Tool {

    /**
     * A button went down at a place of the viewport that shows {@code plane}, seen as {@code geometry} at that moment.
     */
    Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at);
}
