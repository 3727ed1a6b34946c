package org.farfield.workstation.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A picture of the window to write on a machine that need not have a display.
 *
 * @param file the PNG file
 * @param after when to take it, counted from when the window opens; empty = when what was to be opened is on the screen
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record SnapshotRequest(Path file, Optional<Duration> after, int width, int height) {
    public static final int WIDTH = 1600;
    public static final int HEIGHT = 1000;

    public SnapshotRequest {
        if (width < 320 || height < 240 || width > 8192 || height > 8192) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
        }
    }
}
