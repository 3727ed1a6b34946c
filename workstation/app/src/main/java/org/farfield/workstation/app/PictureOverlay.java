package org.farfield.workstation.app;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.farfield.workstation.reading.ViewportGeometry;

/** What an extension lays over the pictures of the four planes and over single images. FX thread. */
public interface PictureOverlay {
    /** Lays nothing over them. */
    PictureOverlay NONE = new PictureOverlay() {
        @Override
        public List<String> lines(ViewportGeometry view) {
            return List.of();
        }

        @Override
        public List<String> lines(int image) {
            return List.of();
        }

        @Override
        public void draw(GraphicsContext g, ViewportGeometry view) {}
    };

    /** Lines below those that say where a plane's picture lies. */
    List<String> lines(ViewportGeometry view);

    /** The same for a single image, counted from 0. */
    List<String> lines(int image);

    /** Draws over a plane's picture and below the lines of the reader. */
    void draw(GraphicsContext g, ViewportGeometry view);
}
