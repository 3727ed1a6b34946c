package org.farfield.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.phantom.Voxels;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * The largest CT series of a folder as the twin's patient: its middle on the axis of rotation and at table position 0.
 * Nothing of the series' identity goes along.
 */
final class FolderSubject implements Subject {
    private static final double SLACK_MM = 1;
    private static final double HIGHEST_MM = 280;
    private static final double LOWEST_MM = -260;

    private final Voxels voxels;
    private final double halfLengthMm;

    private FolderSubject(Voxels voxels, double halfLengthMm) {
        this.voxels = voxels;
        this.halfLengthMm = halfLengthMm;
    }

    static FolderSubject load(Path folder, PrintStream err) throws WrongUsage, Failed, InterruptedException {
        try (LoadedSeries series = LoadedSeries.load(List.of(folder.toString()), Optional.empty(), err)) {
            Volume volume = series.loading().volume();
            if (!volume.unit().equals("HU")) {
                throw new Failed(folder + ": the twin's patient is a CT series in HU");
            }
            return of(volume);
        }
    }

    static FolderSubject of(Volume volume) {
        VolumeGeometry geometry = volume.geometry();
        int columns = geometry.columns();
        int rows = geometry.rows();
        int slices = geometry.slices();
        short[] hounsfield = new short[columns * rows * slices];
        for (int s = 0; s < slices; s++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    double value = volume.present(c, r, s) ? volume.value(c, r, s) : -1000;
                    hounsfield[(s * rows + r) * columns + c] = (short) Math.clamp(Math.round(value), -1000, 3071);
                }
            }
        }
        PatientPoint middle = geometry.center();
        double[] origin = index(geometry, middle);
        Voxels voxels = new Voxels(
                hounsfield,
                columns,
                rows,
                origin,
                less(index(geometry, new PatientPoint(middle.x() + 1, middle.y(), middle.z())), origin),
                less(index(geometry, new PatientPoint(middle.x(), middle.y() + 1, middle.z())), origin),
                less(index(geometry, new PatientPoint(middle.x(), middle.y(), middle.z() + 1)), origin));
        return new FolderSubject(voxels, geometry.bounds().high().z() - middle.z());
    }

    private static double[] index(VolumeGeometry geometry, PatientPoint point) {
        VoxelPosition at = geometry.toVoxel(point);
        return new double[] {at.column(), at.row(), at.slice()};
    }

    private static double[] less(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    /** The plans, over the length of this patient. */
    List<ScanPlan> fitted(List<ScanPlan> plans) {
        double high = Math.min(HIGHEST_MM, halfLengthMm - SLACK_MM);
        double low = Math.max(LOWEST_MM, SLACK_MM - halfLengthMm);
        return plans.stream()
                .map(plan -> plan.with(PlanField.START_MM, high)
                        .with(PlanField.END_MM, low)
                        .with(PlanField.FIELD_OF_VIEW_MM, plan.kind() == PlanKind.HELICAL ? 400 : plan.fieldOfViewMm()))
                .toList();
    }

    @Override
    public String meaning() {
        return "a series of voxels";
    }

    @Override
    public String bodyPart() {
        return "CHEST";
    }

    @Override
    public double ageYears() {
        return 60;
    }

    @Override
    public Phantom make(long seed) {
        return new Phantom(meaning(), List.of(), List.of(), Optional.of(voxels));
    }
}
