package org.farfield.launcher;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.gateway.ScannerDescription;
import org.farfield.remote.gateway.ScannerPort;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.workstation.study.LiveVolume;

/** A scanner that remembers the hash of every slice's voxels as it left the reconstruction. */
final class RecordingScanner implements ScannerPort {

    private final ScannerPort scanner;
    private final Map<String, Map<Integer, byte[]>> emitted = new ConcurrentHashMap<>();
    private volatile String loaded = "";
    private volatile Runnable atBeamOn = () -> {};
    private volatile Runnable atStop = () -> {};

    RecordingScanner(ScannerPort scanner) {
        this.scanner = scanner;
    }

    /** What is done when the beam goes on, and just before a stop reaches the scanner. */
    void between(Runnable beamOn, Runnable stop) {
        atBeamOn = beamOn;
        atStop = stop;
    }

    /** The hashes of a series' voxels by slice index. */
    Map<Integer, byte[]> emitted(String seriesUid) {
        return emitted.getOrDefault(seriesUid, Map.of());
    }

    @Override
    public ScannerDescription describe() {
        return scanner.describe();
    }

    @Override
    public ScannerState state() {
        return scanner.state();
    }

    @Override
    public PatientContext patient() {
        return scanner.patient();
    }

    @Override
    public void onChange(Runnable listener) {
        scanner.onChange(listener);
    }

    @Override
    public PortAnswer load(ScanPlan plan, String seriesUid) {
        loaded = seriesUid;
        return scanner.load(plan, seriesUid);
    }

    @Override
    public void arm() {
        scanner.arm();
    }

    @Override
    public void disarm() {
        scanner.disarm();
    }

    @Override
    public void expose(AcquisitionListener listener) {
        Map<Integer, byte[]> slices = emitted.computeIfAbsent(loaded, uid -> new ConcurrentHashMap<>());
        scanner.expose(new AcquisitionListener() {
            @Override
            public void beamOn() {
                atBeamOn.run();
                listener.beamOn();
            }

            @Override
            public void beamOff() {
                listener.beamOff();
            }

            @Override
            public void slice(int index, byte[] part10, long captureMillis) {
                slices.put(index, LiveVolume.sha256(voxels(part10.clone())));
                listener.slice(index, part10, captureMillis);
            }

            @Override
            public void done() {
                listener.done();
            }

            @Override
            public void failed(String reason) {
                listener.failed(reason);
            }
        });
    }

    @Override
    public void moveTable(double targetMm) {
        scanner.moveTable(targetMm);
    }

    @Override
    public void hold(boolean pressed) {
        scanner.hold(pressed);
    }

    @Override
    public void stop(String reason) {
        atStop.run();
        scanner.stop(reason);
    }

    @Override
    public void close() {
        scanner.close();
    }

    /** The stored values of a one-frame instance. */
    static short[] voxels(byte[] part10) {
        try {
            DicomFile file = Part10.read(part10);
            PixelFormat format = PixelFormat.of(file.dataSet());
            short[] voxels = new short[format.rows() * format.columns()];
            PixelFrames.of(file).decodeInto(0, voxels);
            return Objects.requireNonNull(voxels);
        } catch (DicomException e) {
            throw new AssertionError("not a readable instance", e);
        }
    }
}
