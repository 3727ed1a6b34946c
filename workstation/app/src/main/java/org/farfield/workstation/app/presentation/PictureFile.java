package org.farfield.workstation.app.presentation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Kinds of files that a picture can be given away as, by the end of their name. */
enum PictureFile {
    PNG("png", "png"),
    JPEG("jpeg", "jpg jpeg"),
    TIFF("tiff", "tif tiff"),
    /** All slices, one after the other. */
    GIF("gif", "gif");

    private final String writer;
    /** Ends of names, a space between them. */
    private final String ends;

    PictureFile(String writer, String ends) {
        this.writer = writer;
        this.ends = ends;
    }

    private Stream<String> ends() {
        return Arrays.stream(ends.split(" ", -1));
    }

    /** Patterns for a file chooser. */
    List<String> patterns() {
        return ends().map(end -> "*." + end).toList();
    }

    /** The kind that a file's name ends in. */
    static Optional<PictureFile> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.ends().anyMatch(end -> name.endsWith("." + end)))
                .findFirst();
    }

    /**
     * Writes one picture; the file is there whole or as it was.
     *
     * @param image without transparency: JPEG knows none
     */
    void write(BufferedImage image, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, writer, bytes)) {
            throw new IOException("this Java writes no " + writer);
        }
        Files.write(file, bytes.toByteArray());
    }
}
