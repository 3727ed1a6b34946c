package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.dicom.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of more than 16 bits: no volume, but images one after the other. */
class WideImagesTest {
    @TempDir
    java.nio.file.Path folder;

    @Test
    void aDoseOf32BitsOpensAsAReel() throws Exception {
        ScanResult result = SharedData.scan("sr-seg-rt-ecg");
        Series dose = result.studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(series -> series.modality().equals("RTDOSE"))
                .findFirst()
                .orElseThrow();
        List<DisplaySet> sets = DisplaySets.of(dose);
        assertEquals(1, sets.size());
        ImageReel reel = ImageReel.open(sets.getFirst());
        assertEquals(15, reel.count());
        Picture picture = reel.picture(7, Optional.empty());
        int[] levels = Arrays.stream(picture.argb()).map(argb -> argb & 0xFF).toArray();
        assertEquals(0, Arrays.stream(levels).min().orElseThrow());
        assertEquals(255, Arrays.stream(levels).max().orElseThrow());
        assertTrue(reel.window(7).width() >= 1);
    }

    @Test
    void floatPixelsAreWholeOrNamed() throws Exception {
        SyntheticCt ct = new SyntheticCt()
                .all(d -> d.remove(Tag.PIXEL_DATA)
                        .set(Tag.BITS_ALLOCATED, 32)
                        .remove(Tag.BITS_STORED)
                        .remove(Tag.HIGH_BIT)
                        .setBytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, new byte[SyntheticCt.COLUMNS * SyntheticCt.ROWS * 4]));
        java.nio.file.Files.write(folder.resolve("map.dcm"), ct.part10(0));
        assertEquals(
                List.of(),
                FolderScan.forThisMachine()
                        .scan(List.of(folder), FolderScanListener.none())
                        .problems()
                        .list());
        ct.all(d -> d.setBytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, new byte[20]));
        java.nio.file.Files.write(folder.resolve("map.dcm"), ct.part10(0));
        List<Problem> problems = FolderScan.forThisMachine()
                .scan(List.of(folder), FolderScanListener.none())
                .problems()
                .list();
        assertFalse(problems.isEmpty());
        assertTrue(problems.getFirst().cause().contains("frame 1 ends at byte"), problems.getFirst()::cause);
    }
}
