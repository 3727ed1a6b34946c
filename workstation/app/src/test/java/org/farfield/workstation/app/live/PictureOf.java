package org.farfield.workstation.app.live;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Writes what a scene shows as a PNG under target, for a person to look at. FX thread. */
public final class PictureOf {

    private PictureOf() {}

    public static void scene(Scene scene, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }
}
