package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.farfield.workstation.study.LiveArrival;
import org.farfield.workstation.study.LiveVolume;
import org.farfield.workstation.study.LocalStore;

/**
 * One series while it arrives: its volume, laid out before the first slice is there, and the count of what came. Any
 * thread but the FX thread may take slices in, several at once.
 */
public final class LiveSeries {

    private final SeriesStart start;
    private final LiveVolume live;
    private int arrived;
    private int refused;
    private String fault = "";
    private Optional<SeriesOutcome> outcome = Optional.empty();
    private long lastSequence;

    /** Lays out the volume of an announced series; its slices go to {@code store}. */
    public LiveSeries(SeriesStart start, LocalStore store) {
        this.start = start;
        SeriesGeometry g = start.geometry();
        live = new LiveVolume(
                start.seriesUid(),
                geometry(g, start.plannedSlices()),
                g.signed() ? VoxelType.INT16 : VoxelType.UINT16,
                new ModalityTransform.Linear(g.rescaleSlope(), g.rescaleIntercept()),
                "HU",
                store);
    }

    public SeriesStart start() {
        return start;
    }

    public Volume volume() {
        return live.volume();
    }

    /** Decodes, checks, shows and stores a slice. */
    LiveArrival take(LiveSlice slice) {
        LiveArrival arrival = live.accept(
                slice.header().index(), slice.part10(), slice.header().voxelSha256());
        count(arrival);
        return arrival;
    }

    synchronized void ended(SeriesEnd end) {
        outcome = Optional.of(end.outcome());
        lastSequence = end.lastSequence();
    }

    /** How far it is now. */
    public synchronized LiveProgress progress() {
        return new LiveProgress(
                start.seriesUid(), start.plannedSlices(), arrived, refused, fault, outcome, lastSequence);
    }

    private synchronized void count(LiveArrival arrival) {
        switch (arrival) {
            case LiveArrival.Kept kept -> arrived++;
            case LiveArrival.NotStored notStored -> {
                arrived++;
                fault = notStored.cause();
            }
            case LiveArrival.Rejected rejected -> {
                refused++;
                fault = rejected.cause();
            }
        }
    }

    private static VolumeGeometry geometry(SeriesGeometry g, int slices) {
        PatientVector row = new PatientVector(g.rowX(), g.rowY(), g.rowZ());
        PatientVector column = new PatientVector(g.columnX(), g.columnY(), g.columnZ());
        PatientVector step = new PatientVector(g.stepX(), g.stepY(), g.stepZ());
        boolean alone = slices == 1 && step.length() == 0;
        return new VolumeGeometry(
                g.columns(),
                g.rows(),
                slices,
                new PatientPoint(g.firstX(), g.firstY(), g.firstZ()),
                row.times(g.columnSpacingMm()),
                column.times(g.rowSpacingMm()),
                alone ? row.cross(column) : step,
                new FrameOfReference(g.frameOfReferenceUid()));
    }
}
