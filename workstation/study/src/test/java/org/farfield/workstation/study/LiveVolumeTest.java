package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.Transcoder;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveVolumeTest {
    @TempDir
    Path root;

    private final SyntheticCt ct = new SyntheticCt();

    @Test
    void slicesInAnyOrderFillTheirSlotsAndAreStored() throws Exception {
        LiveVolume live = live(4);
        for (int k : new int[] {2, 0, 3}) {
            LiveArrival.Kept kept = assertInstanceOf(LiveArrival.Kept.class, accept(live, k, ct.part10(k)));
            assertTrue(Files.isRegularFile(kept.file()));
        }
        assertArrayEquals(SyntheticCt.voxels(3), live.volume().copyOfSlice(3));
        assertFalse(live.volume().has(1));
        assertEquals(3, live.volume().arrived());
        assertEquals(SyntheticCt.stored(1, 1, 2) - 1024, live.volume().value(1, 1, 2));
    }

    @Test
    void aSliceInJpegLsIsTheSameSlice() throws Exception {
        LiveVolume live = live(4);
        DicomFile plain = DicomFile.of(ct.dataSet(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] compressed = Part10.toBytes(Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, plain));
        assertInstanceOf(LiveArrival.Kept.class, accept(live, 1, compressed));
        assertArrayEquals(SyntheticCt.voxels(1), live.volume().copyOfSlice(1));
    }

    @Test
    void theSameSliceAgainChangesNothing() throws Exception {
        LiveVolume live = live(4);
        byte[] slice = ct.part10(1);
        LiveArrival first = accept(live, 1, slice.clone());
        assertEquals(first, accept(live, 1, slice.clone()));
        assertEquals(1, live.volume().arrived());
    }

    @Test
    void oneVoxelOfDifferenceIsFoundAndNotShown() throws Exception {
        LiveVolume live = live(4);
        DataSet d = ct.dataSet(1);
        d.bytes(Tag.PIXEL_DATA).array()[d.bytes(Tag.PIXEL_DATA).offset()] ^= 1;
        byte[] damaged = Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        assertEquals(
                new LiveArrival.Rejected(1, "its voxels are not those that were sent: the hashes differ"),
                accept(live, 1, damaged));
        assertFalse(live.volume().has(1));
        assertFalse(Files.exists(root.resolve("store")));
    }

    @Test
    void whatWasNotAnnouncedIsRejectedWithTheDifference() throws Exception {
        assertRejected("it lies 2.00 mm from the announced place", 2, ct.part10(1));
        assertRejected("the series has slots 0 to 3", 4, ct.part10(1));
        assertRejected("it belongs to another series", 1, new SyntheticCt().part10(1));
        ct.slice(0, d -> d.set(Tag.RESCALE_INTERCEPT, -1000.0));
        assertRejected(
                "its rescaling is Linear[slope=1.0, intercept=-1000.0], announced was Linear[slope=1.0, intercept=-1024.0]",
                0,
                ct.part10(0));
        ct.slice(1, d -> d.set(Tag.PIXEL_SPACING, 0.8, 0.51));
        assertRejected("its pixel spacing is not the announced one", 1, ct.part10(1));
        ct.slice(2, d -> d.set(Tag.PIXEL_REPRESENTATION, 0));
        assertRejected("its values are not signed as announced", 2, ct.part10(2));
        ct.slice(3, d -> d.set(Tag.IMAGE_ORIENTATION_PATIENT, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0));
        assertRejected("its orientation is not the announced one", 3, ct.part10(3));
    }

    @Test
    void garbageIsRejected() {
        LiveArrival arrival = accept(live(4), 1, new byte[5000]);
        assertInstanceOf(LiveArrival.Rejected.class, arrival);
    }

    @Test
    void aDiskThatRefusesDoesNotHideTheSlice() throws Exception {
        Files.write(root.resolve("store"), new byte[1]);
        LiveVolume live = live(4);
        assertInstanceOf(LiveArrival.NotStored.class, accept(live, 1, ct.part10(1)));
        assertTrue(live.volume().has(1));
    }

    private void assertRejected(String cause, int slice, byte[] part10) {
        LiveVolume live = live(4);
        assertEquals(new LiveArrival.Rejected(slice, cause), accept(live, slice, part10));
        assertEquals(0, live.volume().arrived());
    }

    /** Sends the slice with the hash of what the scanner reconstructed for that slot. */
    private static LiveArrival accept(LiveVolume live, int slice, byte[] part10) {
        return live.accept(slice, part10, LiveVolume.sha256(SyntheticCt.voxels(slice)));
    }

    private LiveVolume live(int slices) {
        VolumeGeometry geometry = new VolumeGeometry(
                SyntheticCt.COLUMNS,
                SyntheticCt.ROWS,
                slices,
                new PatientPoint(-10, -20, SyntheticCt.FIRST_Z),
                PatientVector.LEFT.times(SyntheticCt.COLUMN_MM),
                PatientVector.POSTERIOR.times(SyntheticCt.ROW_MM),
                PatientVector.HEAD.times(SyntheticCt.SLICE_MM),
                new FrameOfReference(ct.frameOfReference));
        return new LiveVolume(
                ct.series,
                geometry,
                VoxelType.INT16,
                new ModalityTransform.Linear(1, -1024),
                "HU",
                new LocalStore(root.resolve("store")));
    }
}
