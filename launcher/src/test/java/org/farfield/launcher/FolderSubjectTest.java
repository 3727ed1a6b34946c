package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.farfield.remote.twin.TwinPicture;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.quality.Picture;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.Kernel;
import org.farfield.remote.twin.recon.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSubjectTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static Subject subject(String word) throws WrongUsage, Failed, InterruptedException {
        return TwinArguments.subject(
                Arguments.parse(List.of("--phantom", word), Set.of("--phantom"), Set.of()), NOWHERE);
    }

    /** The block of the made-up series: 1000 HU about (8, -8, 8), 8 mm wide. */
    @Test
    void aSeriesIsScannedWhereItLiesWithTheValuesThatItShows()
            throws IOException, WrongUsage, Failed, InterruptedException {
        new MadeUpCt().write(folder);
        ImageField field = new ImageField(256, 60, 0, 0);
        TwinPicture.Slice slice = new TwinPicture.Slice(120, 1e6, 2.5, new Recipe(Kernel.STANDARD, 0), field, 8);
        Picture picture = new Picture(field, TwinPicture.slice(subject(folder.toString()), slice, 1, 2));
        // No patient around it hardens the beam: such bone shows a fifth more than in the middle of one.
        assertEquals(1200, picture.disc(8, -8, 2).mean(), 60);
        assertEquals(-1000, picture.disc(-8, 8, 5).mean(), 10);
        double[] center = picture.center(8, -8, 9, -1000, 2000);
        assertEquals(8, center[0], 0.2);
        assertEquals(-8, center[1], 0.2);
    }

    @Test
    void whatIsNeitherANameNorAFolderIsRefused() {
        assertThrows(WrongUsage.class, () -> subject("nobody"));
    }
}
