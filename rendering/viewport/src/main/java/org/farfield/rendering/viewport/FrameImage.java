package org.farfield.rendering.viewport;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * One of the two images that a surface shows in turn: while the screen may still read one, the next frame goes into the
 * other.
 */
final class FrameImage {

    private final IntBuffer pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    FrameImage(int width, int height) {
        pixels = IntBuffer.allocate(width * height);
        buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    boolean fits(int width, int height) {
        return buffer.getWidth() == width && buffer.getHeight() == height;
    }

    /** FX thread. The put is absolute: a relative one moves the position that the es2 pipeline reads from. */
    WritableImage show(int[] argb) {
        buffer.updateBuffer(b -> {
            pixels.put(0, argb, 0, pixels.capacity());
            return null;
        });
        return image;
    }
}
