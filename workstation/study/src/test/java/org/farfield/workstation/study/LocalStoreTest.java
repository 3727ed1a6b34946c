package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest {
    @TempDir
    Path root;

    @Test
    void whatIsStoredIsThereByteForByteAndOpensLikeAnyFolder() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        LocalStore store = new LocalStore(root.resolve("store"));
        for (int k = 0; k < 3; k++) {
            byte[] slice = ct.part10(k);
            assertArrayEquals(slice, Files.readAllBytes(store.store(slice)));
        }
        ScanResult result = FolderScan.forThisMachine()
                .scan(List.of(store.seriesFolder(ct.study, ct.series)), FolderScanListener.none());
        Series series = result.studies().getFirst().series().getFirst();
        assertEquals(ct.series, series.uid());
        assertEquals(3, series.instances().size());
        assertEquals(List.of(), result.problems().list());
    }

    @Test
    void namesAreHashesSoThatNoUidBecomesAPath() throws Exception {
        SyntheticCt ct = new SyntheticCt()
                .all(d -> d.set(Tag.SOP_INSTANCE_UID, Vr.UI, "../../../etc/x")
                        .set(Tag.SERIES_INSTANCE_UID, Vr.UI, "..")
                        .set(Tag.STUDY_INSTANCE_UID, Vr.UI, "/"));
        Path file = new LocalStore(root).store(ct.part10(0));
        assertTrue(
                root.relativize(file).toString().matches("[0-9a-f]{32}.[0-9a-f]{32}.[0-9a-f]{32}\\.dcm"),
                file.toString());
    }

    @Test
    void storingAgainChangesNothingAndLeavesNothingBehind() throws Exception {
        LocalStore store = new LocalStore(root);
        byte[] slice = new SyntheticCt().part10(0);
        Path first = store.store(slice.clone());
        assertEquals(first, store.store(slice.clone()));
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(List.of(first), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void anotherInstanceUnderTheSameUidNeverReplacesTheFirst() throws Exception {
        LocalStore store = new LocalStore(root);
        SyntheticCt ct = new SyntheticCt().all(d -> d.set(Tag.SOP_INSTANCE_UID, "1.2.3"));
        byte[] first = ct.part10(0);
        Path file = store.store(first);
        assertThrows(IOException.class, () -> store.store(ct.part10(1)));
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void whatIsNoInstanceIsRefused() {
        LocalStore store = new LocalStore(root);
        assertThrows(DicomException.class, () -> store.store("hello".getBytes(StandardCharsets.UTF_8)));
        SyntheticCt nameless = new SyntheticCt().all(d -> d.remove(Tag.SERIES_INSTANCE_UID));
        DicomException fault = assertThrows(DicomException.class, () -> store.store(nameless.part10(0)));
        assertEquals("(0020,000E) SeriesInstanceUID is missing", fault.getMessage());
    }
}
