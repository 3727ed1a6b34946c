package org.farfield.rendering.viewport;

/**
 * How large a surface is on the screen.
 *
 * @param width physical pixels
 * @param height physical pixels
 * @param pixelsPerUnit physical pixels in one JavaFX unit: 1 on a plain screen, 2 on a HiDPI one
 */
public record SurfaceSize(int width, int height, double pixelsPerUnit) {}
