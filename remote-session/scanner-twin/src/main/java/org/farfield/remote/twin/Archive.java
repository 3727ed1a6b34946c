package org.farfield.remote.twin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The scanner's own disk: each instance as a file in a folder of its series, and the dose report beside them. Names are
 * numbers, never identifiers; a name that ends in .dcm is a whole file. Used by the imaging thread.
 */
final class Archive {
    private final Optional<Path> folder;
    private final Consumer<Path> kept;
    private final Consumer<String> notice;

    /**
     * @param kept hears of each file
     * @param notice hears that a file could not be written
     */
    Archive(Optional<Path> folder, Consumer<Path> kept, Consumer<String> notice) {
        this.folder = folder;
        this.kept = kept;
        this.notice = notice;
    }

    void image(int series, int index, byte[] part10) {
        write(
                String.format(Locale.ROOT, "series-%03d", series),
                String.format(Locale.ROOT, "%04d.dcm", index + 1),
                part10);
    }

    /** The dose report after so many irradiations. */
    void dose(int events, byte[] part10) {
        write("dose", String.format(Locale.ROOT, "%03d.dcm", events), part10);
    }

    private void write(String within, String name, byte[] bytes) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Path place = Files.createDirectories(folder.get().resolve(within));
            Path begun = Files.write(place.resolve(name + ".part"), bytes);
            kept.accept(Files.move(begun, place.resolve(name), StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            notice.accept("the archive cannot write " + within + "/" + name);
        }
    }
}
