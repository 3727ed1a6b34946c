package org.farfield.workstation.app.presentation;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF that runs for ever. Its palette holds 128 greys and a cube of 5 x 5 x 5 colours, the same for all
 * frames, so that a grey is the same grey on every slice. One thread at a time.
 */
final class MovingPicture implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int GREYS = 128;
    private static final int SIDE = 5;
    private static final int COLOURED = 24;
    private static final IndexColorModel PALETTE = palette();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ImageOutputStream out;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final int hundredths;

    /** @param hundredths of a second that each frame stays */
    MovingPicture(int hundredths) throws IOException {
        this.hundredths = hundredths;
        out = ImageIO.createImageOutputStream(bytes);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    private static IndexColorModel palette() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < GREYS; i++) {
            byte grey = (byte) Math.round(255.0 * i / (GREYS - 1));
            red[i] = grey;
            green[i] = grey;
            blue[i] = grey;
        }
        for (int i = 0; i < SIDE * SIDE * SIDE; i++) {
            red[GREYS + i] = (byte) (255 * (i / (SIDE * SIDE)) / (SIDE - 1));
            green[GREYS + i] = (byte) (255 * (i / SIDE % SIDE) / (SIDE - 1));
            blue[GREYS + i] = (byte) (255 * (i % SIDE) / (SIDE - 1));
        }
        return new IndexColorModel(8, 256, red, green, blue);
    }

    /** The picture in the palette. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage made = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        int[] row = new int[width];
        int[] indices = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                indices[x] = index(row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff);
            }
            made.getRaster().setPixels(0, y, width, 1, indices);
        }
        return made;
    }

    private static int index(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most - least < COLOURED) {
            return Math.round((red + green + blue) / 3f * (GREYS - 1) / 255);
        }
        return GREYS + (step(red) * SIDE + step(green)) * SIDE + step(blue);
    }

    private static int step(int value) {
        return Math.round(value * (SIDE - 1) / 255f);
    }

    /** Adds a frame that {@link #indexed} made. */
    void add(BufferedImage frame) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        child(root, "ApplicationExtensions").appendChild(loop);
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
    }

    private static IIOMetadataNode child(IIOMetadataNode of, String name) {
        if (of.getElementsByTagName(name).item(0) instanceof IIOMetadataNode there) {
            return there;
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        of.appendChild(made);
        return made;
    }

    /** Writes what was added. */
    void writeTo(Path file) throws IOException {
        writer.endWriteSequence();
        out.flush();
        Files.write(file, bytes.toByteArray());
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
