package org.farfield.rendering.engine;

/** Draws pictures of volumes. Any thread may call; calls are answered one at a time. */
public interface RenderEngine extends AutoCloseable {

    /** For the user: which engine, on what device. */
    String name();

    /** Whether this engine knows how to draw such a picture; where not, another engine has to. */
    boolean draws(RenderRequest request);

    /**
     * Draws the picture, row by row from the top left, as opaque 0xAARRGGBB.
     *
     * <p>A pixel whose place is outside the volume, in a slice that has not come, or nearest to a padding voxel is
     * absent: black, inverted or not. Absent voxels never blend into their neighbours. In a slab, absent samples do not
     * count.
     *
     * @param argb at least {@code request.pixels()} long
     * @throws RenderException where this engine cannot draw this picture
     */
    void render(RenderRequest request, int[] argb);

    @Override
    void close();
}
