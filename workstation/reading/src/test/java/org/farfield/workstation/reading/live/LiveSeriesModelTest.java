package org.farfield.workstation.reading.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.ManualSessionClock;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceHeader;
import org.farfield.workstation.study.LiveVolume;
import org.farfield.workstation.study.LocalStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series of three slices of 4 x 3 voxels, 2 mm apart downwards from z = 10, whose stored values begin at 100 k. */
@SuppressWarnings("NullAway.Init") // set before each test
class LiveSeriesModelTest {

    private static final int COLUMNS = 4;
    private static final int ROWS = 3;
    private static final String SERIES = "1.2.3.4";

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final ManualSessionClock clock = new ManualSessionClock(50_000);
    private LiveSeriesModel model;

    @BeforeEach
    void make() {
        model = new LiveSeriesModel(new LocalStore(folder), fx::add, clock, () -> 0, 1);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theVolumeIsLaidOutBeforeTheFirstSliceIsThere() throws Exception {
        model.started(start());
        runFx(2);
        LiveSeries series = model.acquisition().get().orElseThrow();
        assertEquals(3, series.volume().geometry().slices());
        assertEquals(6, series.volume().geometry().toPatient(0, 0, 2).z(), 1e-9);
        assertEquals(0, series.volume().arrived());
    }

    @Test
    void slicesLandInTheirSlotsAreStoredAndCounted() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, false));
        model.arrived(slice(2, 2, false));
        awaitArrived(2);
        LiveSeries series = model.acquisition().get().orElseThrow();
        assertArrayEquals(voxels(2), series.volume().copyOfSlice(2));
        assertFalse(series.volume().has(1));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(2, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void aSliceWithAnotherHashIsRefusedWithTheReasonAndTheRestIsKept() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, true));
        model.arrived(slice(2, 1, false));
        awaitArrived(1);
        LiveProgress progress = model.progress().get().orElseThrow();
        assertEquals(1, progress.refused());
        assertTrue(progress.fault().contains("hashes differ"), progress.fault());
        assertFalse(model.acquisition().get().orElseThrow().volume().has(0));
    }

    @Test
    void aStoppedSeriesIsLiveUntilTheSlicesThatWereMadeAreHere() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, false));
        awaitArrived(1);
        model.ended(new SeriesEnd(SERIES, 2, SeriesOutcome.STOPPED));
        runFx(1);
        assertTrue(model.progress().get().orElseThrow().isLive());
        model.arrived(slice(2, 1, false));
        awaitArrived(2);
        assertFalse(model.progress().get().orElseThrow().isLive());
    }

    @Test
    void theSameSeriesAnnouncedAgainGoesOnWhereItWas() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, false));
        awaitArrived(1);
        model.started(start());
        model.arrived(slice(2, 1, false));
        awaitArrived(2);
    }

    @Test
    void aPictureIsStaleWhenTheGatewayHasMoreOrNobodyKnows() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, false));
        awaitArrived(1);
        assertEquals(OptionalLong.empty(), model.staleMillis(heard(1, 0)));
        clock.advanceMillis(5_000);
        assertEquals(OptionalLong.empty(), model.staleMillis(heard(1, 0)), "there is no newer slice");
        assertEquals(OptionalLong.empty(), model.staleMillis(heard(2, 0)), "behind since now");
        clock.advanceMillis(700);
        assertEquals(OptionalLong.of(700), model.staleMillis(heard(2, 0)));
        assertEquals(OptionalLong.of(900), model.staleMillis(heard(2, 900)));
    }

    @Test
    void aPictureIsNeverStaleAfterTheSeriesEnded() throws Exception {
        model.started(start());
        model.arrived(slice(1, 0, false));
        awaitArrived(1);
        model.ended(new SeriesEnd(SERIES, 1, SeriesOutcome.STOPPED));
        runFx(1);
        assertEquals(OptionalLong.empty(), model.staleMillis(heard(1, 9_000)));
    }

    private static HeardSession heard(int reconstructed, long silentMillis) {
        FakeSession session = new FakeSession("remote", Role.REMOTE_OPERATOR);
        session.acquisition = Optional.of(new AcquisitionProgress(SERIES, 3, reconstructed, false));
        HeardSession now = session.heard();
        return new HeardSession(
                now.operator(),
                now.role(),
                now.newest(),
                silentMillis,
                OptionalDouble.empty(),
                0,
                "test",
                now.limits(),
                "CT",
                "");
    }

    private void runFx(int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            Runnable call = fx.poll(20, TimeUnit.SECONDS);
            assertTrue(call != null, "a call for the FX thread");
            if (call != null) {
                call.run();
            }
        }
    }

    private void awaitArrived(int slices) throws InterruptedException {
        while (model.progress().get().map(LiveProgress::arrived).orElse(0) < slices) {
            runFx(1);
        }
    }

    private static SeriesStart start() {
        return new SeriesStart(
                SERIES,
                "1.2.3",
                "Chest",
                PlanKind.HELICAL,
                3,
                new SeriesGeometry(
                        COLUMNS, ROWS, 0, 0, 10, 1, 0, 0, 0, 1, 0, 0.5, 0.5, 0, 0, -2, "1.2.9", false, 1, -1024),
                0);
    }

    private static short[] voxels(int index) {
        short[] voxels = new short[COLUMNS * ROWS];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short) (100 * index + i);
        }
        return voxels;
    }

    private static LiveSlice slice(long sequence, int index, boolean wrongHash) throws Exception {
        short[] voxels = voxels(index);
        byte[] pixels = new byte[voxels.length * 2];
        for (int i = 0; i < voxels.length; i++) {
            pixels[2 * i] = (byte) voxels[i];
            pixels[2 * i + 1] = (byte) (voxels[i] >> 8);
        }
        String uid = SERIES + "." + sequence;
        DataSet data = new DataSet()
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, uid)
                .set(Tag.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tag.SERIES_INSTANCE_UID, SERIES)
                .set(Tag.FRAME_OF_REFERENCE_UID, "1.2.9")
                .set(Tag.MODALITY, "CT")
                .set(Tag.IMAGE_POSITION_PATIENT, 0.0, 0.0, 10.0 - 2 * index)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.PIXEL_SPACING, 0.5, 0.5)
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, ROWS)
                .set(Tag.COLUMNS, COLUMNS)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 16)
                .set(Tag.HIGH_BIT, 15)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .set(Tag.RESCALE_SLOPE, 1.0)
                .set(Tag.RESCALE_INTERCEPT, -1024.0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        byte[] part10 = Part10.toBytes(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        byte[] hash = LiveVolume.sha256(wrongHash ? voxels(7) : voxels);
        return new LiveSlice(new SliceHeader(SERIES, sequence, index, 49_900, uid, hash, part10.length), part10);
    }
}
