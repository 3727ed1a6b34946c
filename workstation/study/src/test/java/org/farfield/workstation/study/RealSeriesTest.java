package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.Stacking;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelIndex;
import org.junit.jupiter.api.Test;

/** Real CT series from their files into a volume; places were read off the pictures by eye. */
class RealSeriesTest {
    @Test
    void theThoraxIsAnEvenStackOfHundredSlices() throws Exception {
        DisplaySet set = only("ct-thorax-cmb-crc-100");
        Stacking.Even even = assertInstanceOf(Stacking.Even.class, set.stacking());
        VolumeGeometry g = even.geometry();
        assertEquals(List.of(512, 512, 100), List.of(g.columns(), g.rows(), g.slices()));
        assertEquals(2.5, g.sliceSpacingMm(), 1e-6);
        assertEquals(0.898438, g.columnSpacingMm(), 1e-6);
        assertEquals(false, even.tilted());
    }

    @Test
    void theThoraxLiesRightInThePatient() throws Exception {
        Loading loading = load("ct-thorax-cmb-crc-100");
        Volume volume = loading.volume();
        assertEquals(100, loading.await().read());
        assertTrue(value(volume, 96, -3, -112.75) > -100, "the tumour of the left lung");
        assertTrue(value(volume, -96, -3, -112.75) < -600, "lung at the same place on the right");
        assertTrue(
                value(volume, 14, 44, -112.75) > 100, "the descending aorta, left of the spine, with contrast medium");
        assertTrue(value(volume, -78, 9.5, -229) > 0, "the liver at the lower end");
        assertTrue(value(volume, -78, 9.5, -117) < -700, "the right lung above it");
        assertTrue(value(volume, 0.75, -170, -112.75) < -900, "air in front of the breast bone");
    }

    @Test
    void contrastsOfOneEnhancedInstanceAreAVolumeEach() throws Exception {
        List<DisplaySet> sets = SharedData.scan("enhanced").studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(series -> series.instances().getFirst().file().endsWith("BRMULTI"))
                .flatMap(series -> DisplaySets.of(series).stream())
                .toList();
        assertEquals(
                List.of(3, 3, 3, 3),
                sets.stream().map(set -> set.frames().size()).toList());
        assertTrue(sets.stream().allMatch(DisplaySet::canLoad));
    }

    @Test
    void theTiltedHeadIsMarkedTiltedAndResampled() throws Exception {
        DisplaySet set = only("ct-tilt-uneven-ge-28");
        Stacking.Uneven uneven = assertInstanceOf(Stacking.Uneven.class, set.stacking());
        assertTrue(uneven.tilted());
        assertEquals(18.5, uneven.tiltDegrees(), 0.01);
        Loading loading = load("ct-tilt-uneven-ge-28");
        assertEquals(28, loading.await().read());
        List<GeometryNote> notes = loading.volume().notes();
        assertEquals(2, notes.size());
        assertInstanceOf(GeometryNote.Tilted.class, notes.getFirst());
        GeometryNote.ResampledUneven resampled = assertInstanceOf(GeometryNote.ResampledUneven.class, notes.getLast());
        assertEquals(1.08, resampled.minSpacingMm(), 0.01);
        assertEquals(7.0, resampled.maxSpacingMm(), 0.01);
    }

    /**
     * The centroid of bone, computed pixel by pixel from each file's own position and direction, is found in the volume
     * too.
     */
    @Test
    void everyBoneOfTheTiltedHeadIsWhereItsFileSaysItIs() throws Exception {
        DisplaySet set = only("ct-tilt-uneven-ge-28");
        Loading loading = load("ct-tilt-uneven-ge-28");
        loading.await();
        Volume volume = loading.volume();
        for (Frame frame : set.frames()) {
            SlicePlane plane = frame.plane().orElseThrow();
            StoredValues values = frame.values().orElseThrow();
            short[] stored = PixelFrames.of(Part10.read(frame.file())).decode(0);
            Centroid inFile = new Centroid();
            Centroid inVolume = new Centroid();
            for (int row = 0; row < plane.rows(); row += 2) {
                for (int column = 0; column < plane.columns(); column += 2) {
                    PatientPoint point = plane.position()
                            .plus(plane.rowDirection().times(column * plane.columnSpacingMm()))
                            .plus(plane.columnDirection().times(row * plane.rowSpacingMm()));
                    inFile.add(point, values.modality().apply(stored[row * plane.columns() + column]));
                    VoxelIndex voxel = volume.geometry().toVoxel(point).nearest();
                    inVolume.add(point, volume.value(voxel.column(), voxel.row(), voxel.slice()));
                }
            }
            assertTrue(inFile.count > 100, "there is bone in every slice");
            double mm = inFile.place().distanceTo(inVolume.place());
            assertTrue(mm < 1.5, frame.file() + ": bone is " + mm + " mm off");
        }
    }

    @Test
    void anEnhancedSeriesLoadsFrameByFrame() throws Exception {
        ScanResult result = SharedData.scan("enhanced");
        Series series = result.studies().stream()
                .flatMap(study -> study.series().stream())
                .filter(s -> s.number() == 9001)
                .findFirst()
                .orElseThrow();
        DisplaySet set = DisplaySets.of(series).getFirst();
        assertEquals(24, set.frames().size());
        Loading loading = SeriesLoader.forThisMachine().load(set, new SilentListener());
        assertEquals(24, loading.await().read());
        assertTrue(loading.volume().complete());
    }

    private static double value(Volume volume, double x, double y, double z) {
        VoxelIndex voxel = volume.geometry().voxelAt(new PatientPoint(x, y, z)).orElseThrow();
        return volume.value(voxel.column(), voxel.row(), voxel.slice());
    }

    private static DisplaySet only(String name) throws InterruptedException {
        List<Study> studies = SharedData.scan(name).studies();
        assertEquals(1, studies.size());
        assertEquals(1, studies.getFirst().series().size());
        List<DisplaySet> sets = DisplaySets.of(studies.getFirst().series().getFirst());
        assertEquals(1, sets.size());
        return sets.getFirst();
    }

    private static Loading load(String name) throws InterruptedException {
        return SeriesLoader.forThisMachine().load(only(name), new SilentListener());
    }

    /** Mean place of all points of 300 HU and more. */
    private static final class Centroid {
        private double x;
        private double y;
        private double z;
        private int count;

        void add(PatientPoint point, double hounsfield) {
            if (hounsfield >= 300) {
                x += point.x();
                y += point.y();
                z += point.z();
                count++;
            }
        }

        PatientPoint place() {
            return new PatientPoint(x / count, y / count, z / count);
        }
    }

    private static final class SilentListener implements LoadListener {
        @Override
        public void onSlice(int slice, int read, int total) {}

        @Override
        public void onProblem(Problem problem) {}

        @Override
        public void onEnd(LoadEnd end) {}
    }
}
