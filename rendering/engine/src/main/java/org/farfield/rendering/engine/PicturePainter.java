package org.farfield.rendering.engine;

/** One picture in the making on the CPU: draws any of its rows, on any thread, with that thread's own brush. */
interface PicturePainter {

    /** A brush for one thread, with that thread's scratch memory. */
    Brush brush();

    /** Draws rows of the picture. */
    @FunctionalInterface
    interface Brush {

        /** Draws the rows from {@code from} to before {@code to} into the whole picture's pixels. */
        void draw(int from, int to, int[] argb);
    }
}
