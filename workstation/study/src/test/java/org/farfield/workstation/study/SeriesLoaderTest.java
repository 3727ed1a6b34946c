package org.farfield.workstation.study;

import static org.farfield.workstation.study.SyntheticCt.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesLoaderTest {
    @TempDir
    Path folder;

    @Test
    void everyVoxelIsAtItsPlace() throws Exception {
        Recorder recorder = new Recorder();
        Loading loading = load(new SyntheticCt(), 9, recorder);
        LoadEnd end = loading.await();
        Volume volume = loading.volume();
        for (int k = 0; k < 9; k++) {
            assertArrayEquals(SyntheticCt.voxels(k), volume.copyOfSlice(k), "slice " + k);
        }
        assertEquals(stored(5, 3, 8) - 1024, volume.value(5, 3, 8));
        assertEquals("HU", volume.unit());
        assertEquals(VoxelType.INT16, volume.type());
        assertEquals(List.of(), volume.notes());
        assertTrue(volume.complete());
        assertFalse(end.cancelled());
        assertEquals(9, end.read());
        assertTrue(end.problems().isEmpty());
        assertEquals(IntStream.range(0, 9).boxed().collect(Collectors.toSet()), recorder.slices);
        assertEquals(List.of(end), recorder.ends);
        assertEquals(40, loading.values().window().orElseThrow().center());
    }

    @Test
    void aFileThatIsCutShortIsNamedAndTheOthersAreLoaded() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        Series series = ct.scanned(folder, 5);
        Path cut = folder.resolve("003.dcm");
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 7));
        Recorder recorder = new Recorder();
        Loading loading = new SeriesLoader(2).load(DisplaySets.of(series).getFirst(), recorder);
        LoadEnd end = loading.await();
        assertEquals(4, end.read());
        assertEquals(5, end.total());
        assertEquals(cut, end.problems().list().getFirst().file());
        assertEquals(Problem.Kind.MALFORMED, end.problems().list().getFirst().kind());
        assertEquals(end.problems().list(), recorder.problems);
        assertFalse(loading.volume().has(2));
        assertTrue(loading.volume().has(1) && loading.volume().has(3));
    }

    @Test
    void aFileThatVanishedIsNamed() throws Exception {
        Series series = new SyntheticCt().scanned(folder, 3);
        Files.delete(folder.resolve("001.dcm"));
        LoadEnd end = new SeriesLoader(1)
                .load(DisplaySets.of(series).getFirst(), new Recorder())
                .await();
        Problem problem = end.problems().list().getFirst();
        assertEquals(Problem.Kind.UNREADABLE, problem.kind());
        assertEquals("there is no such file or folder", problem.cause());
    }

    @Test
    void cancellingStopsAfterTheSliceInHand() throws Exception {
        Series series = new SyntheticCt().scanned(folder, 50);
        CountDownLatch firstSlice = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Recorder recorder = new Recorder() {
            @Override
            public void onSlice(int slice, int read, int total) {
                super.onSlice(slice, read, total);
                firstSlice.countDown();
                awaitQuietly(cancelled);
            }
        };
        Loading loading = new SeriesLoader(1).load(DisplaySets.of(series).getFirst(), recorder);
        firstSlice.await();
        loading.cancel();
        cancelled.countDown();
        LoadEnd end = loading.await();
        assertTrue(end.cancelled());
        assertEquals(1, end.read());
        assertEquals(Set.of(25), recorder.slices);
    }

    @Test
    void theSliceThatIsLookedAtComesNext() throws Exception {
        Series series = new SyntheticCt().scanned(folder, 50);
        CountDownLatch asked = new CountDownLatch(1);
        List<Integer> sequence = new CopyOnWriteArrayList<>();
        Recorder recorder = new Recorder() {
            @Override
            public void onSlice(int slice, int read, int total) {
                awaitQuietly(asked);
                sequence.add(slice);
            }
        };
        Loading loading = new SeriesLoader(1).load(DisplaySets.of(series).getFirst(), recorder);
        loading.prefer(37);
        asked.countDown();
        loading.await();
        assertTrue(sequence.indexOf(37) <= 1, sequence.toString());
        assertEquals(50, sequence.size());
    }

    @Test
    void unsignedValuesAndPaddingKeepTheirMeaning() throws Exception {
        SyntheticCt ct = new SyntheticCt()
                .all(d -> d.set(Tag.PIXEL_REPRESENTATION, 0)
                        .set(Tag.PIXEL_PADDING_VALUE, Vr.US, 65535)
                        .set(Tag.PIXEL_PADDING_RANGE_LIMIT, Vr.US, 65000));
        Loading loading = load(ct, 3, new Recorder());
        loading.await();
        assertEquals(VoxelType.UINT16, loading.volume().type());
        assertEquals(PixelPadding.range(65000, 65535), loading.volume().padding());
    }

    @Test
    void slicesRescaledEachByItselfComeToOneStepAndKeepTheirValues() throws Exception {
        SyntheticCt ct =
                new SyntheticCt().all(d -> d.set(Tag.RESCALE_INTERCEPT, 0.0).set(Tag.MODALITY, "PT"));
        double[] slopes = {0.5, 2, 1.25};
        for (int k = 0; k < 3; k++) {
            double slope = slopes[k];
            ct.slice(k, d -> d.set(Tag.RESCALE_SLOPE, slope));
        }
        Loading loading = load(ct, 3, new Recorder());
        loading.await();
        assertTrue(loading.rescaled());
        double step = ((ModalityTransform.Linear) loading.volume().modality()).slope();
        for (int k = 0; k < 3; k++) {
            for (int column = 0; column < SyntheticCt.COLUMNS; column++) {
                assertEquals(stored(column, 2, k) * slopes[k], loading.volume().value(column, 2, k), step / 2 + 1e-9);
            }
        }
    }

    @Test
    void unevenSlicesAreInterpolatedOnAnEvenGridAndTheVolumeSaysSo() throws Exception {
        SyntheticCt ct = new SyntheticCt();
        double[] z = {100, 101, 103, 104};
        for (int k = 0; k < 4; k++) {
            double place = z[k];
            ct.slice(k, d -> d.set(Tag.IMAGE_POSITION_PATIENT, -10.0, -20.0, place));
        }
        Loading loading = load(ct, 4, new Recorder());
        loading.prefer(2);
        LoadEnd end = loading.await();
        Volume volume = loading.volume();
        assertEquals(4, end.total());
        assertEquals(List.of(new GeometryNote.ResampledUneven(1, 2, 1)), volume.notes());
        assertEquals(5, volume.geometry().slices());
        assertEquals(stored(3, 1, 1), volume.sample(3, 1, 1));
        assertEquals((stored(3, 1, 1) + stored(3, 1, 2)) / 2, volume.sample(3, 1, 2));
        assertEquals(stored(3, 1, 2), volume.sample(3, 1, 3));
    }

    @Test
    void aSeriesThatCannotBeAVolumeIsNotLoaded() throws Exception {
        SyntheticCt ct = new SyntheticCt().all(d -> d.remove(Tag.IMAGE_POSITION_PATIENT));
        DisplaySet set = DisplaySets.of(ct.scanned(folder, 3)).getFirst();
        assertThrows(IllegalArgumentException.class, () -> new SeriesLoader(1).load(set, new Recorder()));
    }

    @Test
    void anUnknownTransferSyntaxIsRefusedByNameBeforeAnythingIsLoaded() throws Exception {
        TransferSyntax unknown = new TransferSyntax("1.2.3.4.5", "house syntax", true, false, false, true);
        DicomFile file = DicomFile.of(new SyntheticCt().dataSet(0), unknown);
        Part10.write(file, folder.resolve("x.dcm"));
        ScanResult result = FolderScan.forThisMachine().scan(List.of(folder), FolderScanListener.none());
        DisplaySet set =
                DisplaySets.of(result.studies().getFirst().series().getFirst()).getFirst();
        assertFalse(set.canLoad());
        assertTrue(
                set.stacking().toString().contains("1.2.3.4.5"), set.stacking().toString());
    }

    private Loading load(SyntheticCt ct, int n, LoadListener listener) throws Exception {
        DisplaySet set = DisplaySets.of(ct.scanned(folder, n)).getFirst();
        assertTrue(set.canLoad(), set.stacking().toString());
        return new SeriesLoader(3).load(set, listener);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static class Recorder implements LoadListener {
        final Set<Integer> slices = new ConcurrentSkipListSet<>();
        final List<Problem> problems = new CopyOnWriteArrayList<>();
        final List<LoadEnd> ends = new CopyOnWriteArrayList<>();

        @Override
        public void onSlice(int slice, int read, int total) {
            slices.add(slice);
        }

        @Override
        public void onProblem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void onEnd(LoadEnd end) {
            ends.add(end);
        }
    }
}
