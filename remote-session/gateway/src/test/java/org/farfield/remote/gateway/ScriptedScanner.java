package org.farfield.remote.gateway;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;

/** A scanner that does what the test says, and writes down what the gateway asks of it. Any thread. */
final class ScriptedScanner implements ScannerPort {
    static final int SIDE = 16;

    final List<String> calls = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final int slices;
    private volatile ScannerPhase phase = ScannerPhase.READY;
    private volatile String seriesUid = "";
    private volatile Optional<AcquisitionListener> run = Optional.empty();
    private volatile Runnable changed = () -> {};
    private volatile boolean broken;

    ScriptedScanner(int slices) {
        this.slices = slices;
    }

    private void call(String what) {
        calls.add(what);
        heard.add(what);
        if (broken) {
            throw new IllegalStateException("the generator does not answer");
        }
    }

    /** Waits for the next call of this kind. */
    void await(String what) throws InterruptedException {
        for (String next = heard.poll(20, TimeUnit.SECONDS);
                !what.equals(next);
                next = heard.poll(20, TimeUnit.SECONDS)) {
            if (next == null) {
                throw new AssertionError("the scanner was never told to " + what + ", only " + calls);
            }
        }
    }

    void breakDown() {
        broken = true;
    }

    void beamOn() {
        set(ScannerPhase.EXPOSING);
        run.orElseThrow().beamOn();
    }

    void slice(int index) {
        run.orElseThrow().slice(index, part10(seriesUid, index), System.currentTimeMillis());
    }

    void done() {
        set(ScannerPhase.READY);
        run.orElseThrow().done();
    }

    void fail(String reason) {
        set(ScannerPhase.STOPPED);
        run.orElseThrow().failed(reason);
    }

    private void set(ScannerPhase next) {
        phase = next;
        changed.run();
    }

    /** The stored value at a pixel of a slice: negative and positive, never the same in two slices. */
    static short voxel(int index, int pixel) {
        return (short) ((index * 37 + pixel * 11) % 3000 - 1000);
    }

    static byte[] part10(String series, int index) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels.putShort(voxel(index, i));
        }
        DataSet data = new DataSet()
                .set(Tag.SOP_CLASS_UID, Vr.UI, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Vr.UI, series + "." + (index + 1))
                .set(Tag.SERIES_INSTANCE_UID, Vr.UI, series)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .set(Tag.ROWS, Vr.US, SIDE)
                .set(Tag.COLUMNS, Vr.US, SIDE)
                .set(Tag.BITS_ALLOCATED, Vr.US, 16)
                .set(Tag.BITS_STORED, Vr.US, 16)
                .set(Tag.HIGH_BIT, Vr.US, 15)
                .set(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
        try {
            return Part10.toBytes(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } catch (DicomException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public ScannerDescription describe() {
        return Plans.SCANNER;
    }

    @Override
    public ScannerState state() {
        return Plans.state(phase);
    }

    @Override
    public PatientContext patient() {
        return Plans.PATIENT;
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public PortAnswer load(ScanPlan plan, String series) {
        call("load");
        seriesUid = series;
        return new PortAnswer.Loaded(Plans.layout(slices, SIDE));
    }

    @Override
    public void arm() {
        call("arm");
    }

    @Override
    public void disarm() {
        calls.add("disarm");
        heard.add("disarm");
    }

    @Override
    public void expose(AcquisitionListener listener) {
        run = Optional.of(listener);
        call("expose");
    }

    @Override
    public void moveTable(double targetMm) {
        call("move");
    }

    @Override
    public void hold(boolean pressed) {
        calls.add("hold " + pressed);
    }

    @Override
    public void stop(String reason) {
        calls.add("stop");
        heard.add("stop");
    }

    @Override
    public void close() {
        heard.add("close");
    }
}
