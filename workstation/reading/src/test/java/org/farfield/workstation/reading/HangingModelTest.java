package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.Uids;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.reading.hanging.HangingProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series described as "CT 0", of 9 slices. */
class HangingModelTest {
    @TempDir
    Path folder;

    private final ReadingDesk desk = new ReadingDesk();
    private int priors;

    private HangingModel model(String text) throws Exception {
        Path file = folder.resolve("hanging.txt");
        if (!text.isEmpty()) {
            Files.writeString(file, text);
        }
        return desk.hanging(file, () -> priors++);
    }

    private void open() throws Exception {
        new MadeUpCt(Uids.create(), "7", "CT").write(folder.resolve("a"), 9);
        desk.opening.open(List.of(folder.resolve("a")));
        desk.until(
                "the series",
                () -> desk.reading.mpr().get().isPresent()
                        && desk.shown().displaySet().volume().complete()
                        && !desk.load.busy().get());
        desk.drain();
    }

    @Test
    void theFirstThatFitsHangsAndItsStagesGoRound() throws Exception {
        HangingModel model = model("""
                protocol Magnets
                modality MR
                stage sagittal original 0 mip
                # by a word of the series
                protocol Chest
                modality CT
                words nothing, ct 0
                prior yes
                stage axial lung 10 mip
                stage volume 40,80 0 mean
                protocol Any
                stage coronal original 0 mip
                """);
        open();
        assertEquals("Chest", model.hung().get().orElseThrow().protocol().name());
        assertEquals(Optional.of(Plane.AXIAL), desk.reading.maximised().get());
        assertEquals(WindowPreset.LUNG.window(), desk.shown().state().window());
        assertEquals(10, desk.shown().state().slab().thicknessMm());
        assertEquals(1, priors);
        model.step(1);
        assertEquals(Optional.empty(), desk.reading.maximised().get());
        assertTrue(desk.reading.volumeShown().get());
        assertEquals(new Window(40, 80), desk.shown().state().window());
        assertEquals(Projection.MEAN, desk.shown().state().slab().projection());
        model.step(1);
        assertEquals(0, model.hung().get().orElseThrow().stage());
    }

    @Test
    void aViewIsRememberedForSuchSeriesAndReadAgain() throws Exception {
        HangingModel model = model("");
        open();
        desk.reading.maximised().set(Optional.of(Plane.SAGITTAL));
        desk.shown().setWindow(new Window(-5, 77));
        HangingProtocol made = model.remember().orElseThrow();
        HangingModel again = desk.hanging(folder.resolve("hanging.txt"), () -> {});
        assertEquals(model.protocols(), again.protocols());
        assertEquals(made, again.protocols().getFirst());
        desk.series.show(desk.list.shownRow().orElseThrow());
        desk.drain();
        assertEquals(new Window(-5, 77), desk.shown().state().window());
        again.restoreShipped();
        desk.drain();
        assertEquals(false, Files.exists(folder.resolve("hanging.txt")));
        assertEquals(Optional.empty(), again.fault().get());
        assertTrue(again.protocols().size() >= 5);
    }

    @Test
    void aFileThatMakesNoSenseIsNamedWithItsLineAndTheShippedOnesHold() throws Exception {
        HangingModel model = model("protocol X\nstage axial lung\n");
        String fault = model.fault().get().orElseThrow();
        assertTrue(fault.contains("hanging.txt, line 2"), fault);
        assertTrue(model.protocols().size() >= 5);
    }

    @Test
    void nothingHangsByItselfWhereTheReaderSwitchedThatOff() throws Exception {
        HangingModel model = model("protocol Any\nstage coronal original 0 mip\n");
        model.automatic().set(false);
        open();
        assertEquals(Optional.empty(), model.hung().get());
        assertEquals(Optional.empty(), desk.reading.maximised().get());
    }
}
