package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.LoadModel.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningModelTest {
    @TempDir
    Path folder = Path.of(".");

    private final ReadingDesk desk = new ReadingDesk();

    @Test
    void aFolderIsLookedThroughAndItsLargestCtIsShownWhileItLoads() throws Exception {
        new MadeUpCt("2.25.1", "P1", "MR").write(folder.resolve("a"), 20);
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("b"), 5);
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("b/deeper"), 12);
        desk.opening.open(List.of(folder));
        assertEquals(Phase.SCANNING, desk.load.progress().get().phase());
        desk.until("a series", () -> desk.reading.mpr().get().isPresent());
        assertEquals(12, desk.shown().displaySet().volume().geometry().slices());
        assertEquals(
                "Zhang San \u00b7 \u5f20 \u4e09",
                desk.shown().displaySet().label().patientName());
        assertEquals(WindowPreset.MEDIASTINUM.window(), desk.shown().state().window());
        desk.until("all slices", () -> !desk.load.busy().get());
        assertTrue(desk.shown().displaySet().volume().complete());
        assertEquals(5, desk.list.rows().size(), "a heading, a study, three series");
        assertTrue(desk.list.shown().get().isPresent());
    }

    @Test
    void aSecondFolderJoinsTheFirst() throws Exception {
        Path first = new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("a"), 3);
        Path second = new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("b"), 4);
        Path other = new MadeUpCt("2.25.1", "P2", "CT").write(folder.resolve("c"), 2);
        for (Path each : List.of(first, second, other)) {
            desk.opening.open(List.of(each));
            desk.until("the end", () -> !desk.load.busy().get());
        }
        long studies = desk.list.rows().stream()
                .filter(StudyRow.OfStudy.class::isInstance)
                .count();
        assertEquals(2, studies, "one UID, but two patients");
        assertEquals(6, desk.list.rows().size());
    }

    @Test
    void whatCannotBeReadIsToldOnceAndTheRestOpens() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder, 4);
        byte[] whole = Files.readAllBytes(folder.resolve("slice-2"));
        Files.write(folder.resolve("slice-2"), java.util.Arrays.copyOf(whole, whole.length - 40));
        Files.writeString(folder.resolve("notes.txt"), "no DICOM");
        desk.opening.open(List.of(folder));
        desk.until(
                "the end",
                () -> !desk.load.busy().get() && desk.reading.mpr().get().isPresent());
        desk.drain();
        assertEquals(1, desk.load.problems().size(), desk.load.problems().toString());
        assertEquals(folder.resolve("slice-2"), desk.load.problems().getFirst().file());
    }

    @Test
    void cancelledLoadingKeepsWhatHasComeAndStaysQuiet() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder, 300);
        desk.opening.open(List.of(folder));
        desk.until("loading", () -> desk.load.progress().get().phase() == Phase.LOADING);
        desk.load.cancel();
        desk.drain();
        assertFalse(desk.load.busy().get());
        assertTrue(desk.load.cancelled().get());
        assertTrue(desk.reading.mpr().get().isPresent());
    }

    @Test
    void cancelledLookingThroughAFolderShowsNothing() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder, 3);
        desk.opening.open(List.of(folder));
        desk.load.cancel();
        desk.drain();
        assertEquals(Optional.empty(), desk.reading.mpr().get());
        assertFalse(desk.load.busy().get());
    }

    @Test
    void imagesWithoutAWindowGetOneFromTheirValues() throws Exception {
        new MadeUpCt("2.25.1", "P1", "MR").write(folder, 9);
        desk.opening.open(List.of(folder));
        desk.until(
                "all slices",
                () -> !desk.load.busy().get() && desk.reading.mpr().get().isPresent());
        double center = desk.shown().state().window().center();
        assertTrue(center >= -1024 && center <= -1016, "the middle of the values, not " + center);
    }

    @Test
    void theLocalStoreIsListedUnderItsOwnHeading() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder, 3);
        desk.opening.listStore(folder);
        desk.until("the store", () -> !desk.list.rows().isEmpty());
        assertEquals(
                new StudyRow.Heading(StudyRow.Source.STORED), desk.list.rows().getFirst());
        assertEquals(Optional.empty(), desk.reading.mpr().get(), "nothing is shown by itself");
    }
}
