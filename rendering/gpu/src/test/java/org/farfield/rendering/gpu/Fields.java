package org.farfield.rendering.gpu;

import java.util.function.ToDoubleFunction;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/** Values in HU that are known in closed form from the patient's point, and volumes filled with them. */
final class Fields {

    /** Tenths of a HU, so that storing rounds by a twentieth at most. */
    static final ModalityTransform TENTHS = new ModalityTransform.Linear(0.1, -1024);

    static final VolumeGeometry STRAIGHT = geometry(64, new PatientVector(0, 0, 1.3));
    /** As a gantry tilted about the x axis gives it: slices stay parallel, each is moved on in its plane. */
    static final VolumeGeometry TILTED = geometry(84, new PatientVector(0, 0.5, 1.3));

    static final PatientPoint BALL = new PatientPoint(4.3, -3.1, 5.2);
    static final double BALL_RADIUS = 9;
    static final double HELIX_RADIUS = 10;
    static final double HELIX_PITCH = 30;

    private Fields() {}

    private static VolumeGeometry geometry(int rows, PatientVector sliceStep) {
        PatientVector column = new PatientVector(0.9, 0, 0);
        PatientVector row = new PatientVector(0, 0.9, 0);
        PatientVector half =
                column.times(31.5).plus(row.times((rows - 1) / 2.0)).plus(sliceStep.times(25.5));
        return new VolumeGeometry(
                64,
                rows,
                52,
                PatientPoint.ORIGIN.plus(half.negated()),
                column,
                row,
                sliceStep,
                FrameOfReference.UNSTATED);
    }

    static double plane(PatientPoint p) {
        return 120 + 0.9 * p.x() - 1.3 * p.y() + 1.1 * p.z();
    }

    /** An edge that falls from 200 to 0 over 4 mm, half-way at the radius. */
    static double ball(PatientPoint p) {
        return edge(BALL_RADIUS - p.distanceTo(BALL));
    }

    /** A tube of 3 mm radius, wound right-handed about the z axis. */
    static double helix(PatientPoint p) {
        double turn = 2 * Math.PI * p.z() / HELIX_PITCH;
        return edge(3 - Math.hypot(p.x() - HELIX_RADIUS * Math.cos(turn), p.y() - HELIX_RADIUS * Math.sin(turn)));
    }

    /** Light and dark blocks of 28 mm that pass into one another so softly that a straight line errs by half a HU. */
    static double checker(PatientPoint p) {
        double k = Math.PI / 28;
        return 127 + 90 * Math.sin(k * p.x()) * Math.sin(k * p.y()) * Math.cos(k * p.z());
    }

    private static double edge(double mmInside) {
        return 200 * Math.clamp(mmInside / 4 + 0.5, 0, 1);
    }

    static Volume fill(VolumeGeometry g, ToDoubleFunction<PatientPoint> hounsfield) {
        Volume volume = new Volume(g, VoxelType.INT16, TENTHS, PixelPadding.NONE, "HU");
        for (int k = 0; k < g.slices(); k++) {
            short[] voxels = new short[g.columns() * g.rows()];
            for (int i = 0; i < voxels.length; i++) {
                double hu = hounsfield.applyAsDouble(g.toPatient(i % g.columns(), Math.floorDiv(i, g.columns()), k));
                voxels[i] = (short) Math.round((hu + 1024) * 10);
            }
            volume.put(k, voxels);
        }
        return volume;
    }

    /** One grey level is one HU, black at 0. */
    static VoiTransform levelPerHounsfield() {
        return new VoiTransform.LinearExact(127.5, 255);
    }
}
