package org.farfield.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.gateway.ScannerDescription;
import org.farfield.remote.gateway.ScannerPort;
import org.farfield.remote.gateway.SeriesLayout;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.SeriesGeometry;

/**
 * A scanner that is nothing but prompt, to time what lies behind it: 512 x 512 slices with a body's outline and noise
 * of 20 HU, given when the bench says, and a STOP whose time is told. Any thread.
 */
final class BenchScanner implements ScannerPort {
    static final int SIDE = 512;

    private final int slices;
    private final LongConsumer stopped;
    private final byte[] pixels = picture();
    private volatile ScannerPhase phase = ScannerPhase.READY;
    private volatile String seriesUid = "";
    private volatile Optional<AcquisitionListener> run = Optional.empty();
    private volatile Runnable changed = () -> {};

    BenchScanner(int slices, LongConsumer stopped) {
        this.slices = slices;
        this.stopped = stopped;
    }

    Optional<AcquisitionListener> run() {
        return run;
    }

    /** Goes through the run's phases. */
    void phase(ScannerPhase next) {
        phase = next;
        changed.run();
    }

    /** A whole instance of the series under way. */
    byte[] part10(int index) throws DicomException {
        DataSet data = new DataSet()
                .set(Tag.SOP_CLASS_UID, Vr.UI, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Vr.UI, Uids.create())
                .set(Tag.SERIES_INSTANCE_UID, Vr.UI, seriesUid)
                .set(Tag.INSTANCE_NUMBER, Vr.IS, index + 1)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .set(Tag.ROWS, Vr.US, SIDE)
                .set(Tag.COLUMNS, Vr.US, SIDE)
                .set(Tag.BITS_ALLOCATED, Vr.US, 16)
                .set(Tag.BITS_STORED, Vr.US, 12)
                .set(Tag.HIGH_BIT, Vr.US, 11)
                .set(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return Part10.toBytes(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static byte[] picture() {
        Random noise = new Random(1);
        byte[] bytes = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int row = i / SIDE;
            int column = i % SIDE;
            double x = (column - SIDE / 2.0) / 200;
            double y = (row - SIDE / 2.0) / 150;
            double value = 24 + (x * x + y * y < 1 ? 1040 : 0) + 20 * noise.nextGaussian();
            int stored = Math.clamp(Math.round(value), 0, 4095);
            bytes[2 * i] = (byte) stored;
            bytes[2 * i + 1] = (byte) (stored >> 8);
        }
        return bytes;
    }

    @Override
    public ScannerDescription describe() {
        PlanLimits limits = new PlanLimits(Map.of(), List.of(), 2_000, 10_000, 600);
        return new ScannerDescription("BENCH-1", "Farfield", "Bench", limits, List.of(ScanPlan.helical(100, -100)));
    }

    @Override
    public ScannerState state() {
        return new ScannerState(phase, 0, 0, List.of(), 0, "", "BENCH-1");
    }

    @Override
    public PatientContext patient() {
        return new PatientContext("BENCH", "Bench", "20000101", "O", "2.25.1", "", false);
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public PortAnswer load(ScanPlan plan, String series) {
        seriesUid = series;
        SeriesGeometry geometry = new SeriesGeometry(
                SIDE, SIDE, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0.7, 0.7, 0, 0, -2, "2.25.2", false, 1, -1024);
        return new PortAnswer.Loaded(new SeriesLayout("Bench", slices, geometry));
    }

    @Override
    public void arm() {}

    @Override
    public void disarm() {}

    @Override
    public void expose(AcquisitionListener listener) {
        run = Optional.of(listener);
    }

    @Override
    public void moveTable(double targetMm) {}

    @Override
    public void hold(boolean pressed) {}

    @Override
    public void stop(String reason) {
        stopped.accept(System.nanoTime());
    }

    @Override
    public void close() {}
}
