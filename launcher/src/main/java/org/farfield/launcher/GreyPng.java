package org.farfield.launcher;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes an engine's picture as an 8-bit grey PNG file. */
final class GreyPng {
    private GreyPng() {}

    static Path write(int[] argb, int width, int height, Path file) throws Failed {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                grey[x] = (byte) argb[y * width + x];
            }
            image.getRaster().setDataElements(0, y, width, 1, grey);
        }
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
