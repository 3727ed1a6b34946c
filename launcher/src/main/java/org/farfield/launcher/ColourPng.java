package org.farfield.launcher;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes an engine's picture as an RGB PNG file of 8 bits a channel. */
final class ColourPng {
    private ColourPng() {}

    static Path write(int[] argb, int width, int height, Path file) throws Failed {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ImageIO.setUseCache(false);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new Failed("this Java has no PNG writer");
            }
            return file;
        } catch (IOException e) {
            throw new Failed("cannot write " + file + ": " + e, e);
        }
    }
}
