package org.farfield.rendering.engine;

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

/**
 * Volumes whose every value is known in closed form from the patient's point. Stored values are tenths of a HU above
 * -1024.
 */
final class Phantom {

    static final ModalityTransform HU = new ModalityTransform.Linear(0.1, -1024);

    private Phantom() {}

    static VolumeGeometry straight(int columns, int rows, int slices, double inPlaneMm, double sliceMm) {
        return leaning(columns, rows, slices, inPlaneMm, new PatientVector(0, 0, sliceMm));
    }

    /** As a gantry tilted about the x axis gives it: slices stay parallel, each is moved on in its plane. */
    static VolumeGeometry leaning(int columns, int rows, int slices, double inPlaneMm, PatientVector sliceStep) {
        PatientVector columnStep = new PatientVector(inPlaneMm, 0, 0);
        PatientVector rowStep = new PatientVector(0, inPlaneMm, 0);
        PatientVector half = columnStep
                .times((columns - 1) / 2.0)
                .plus(rowStep.times((rows - 1) / 2.0))
                .plus(sliceStep.times((slices - 1) / 2.0));
        return new VolumeGeometry(
                columns,
                rows,
                slices,
                PatientPoint.ORIGIN.plus(half.negated()),
                columnStep,
                rowStep,
                sliceStep,
                FrameOfReference.UNSTATED);
    }

    static Volume fill(VolumeGeometry g, ToDoubleFunction<PatientPoint> hounsfield) {
        Volume volume = empty(g, PixelPadding.NONE);
        for (int k = 0; k < g.slices(); k++) {
            volume.put(k, slice(g, k, hounsfield));
        }
        return volume;
    }

    static Volume empty(VolumeGeometry g, PixelPadding padding) {
        return new Volume(g, VoxelType.INT16, HU, padding, "HU");
    }

    static short[] slice(VolumeGeometry g, int k, ToDoubleFunction<PatientPoint> hounsfield) {
        short[] voxels = new short[g.columns() * g.rows()];
        for (int r = 0; r < g.rows(); r++) {
            for (int c = 0; c < g.columns(); c++) {
                voxels[r * g.columns() + c] =
                        (short) Math.round((hounsfield.applyAsDouble(g.toPatient(c, r, k)) + 1024) * 10);
            }
        }
        return voxels;
    }

    /** A ball with an edge that falls by {@code contrast} over 4 mm, half-way at the radius. */
    static ToDoubleFunction<PatientPoint> ball(PatientPoint center, double radiusMm, double contrast) {
        return p -> contrast * Math.clamp((radiusMm - p.distanceTo(center)) / 4 + 0.5, 0, 1);
    }

    static ReformatRequest request(Volume volume, ImagePlane plane, int edge, Slab slab, VoiTransform voi) {
        return new ReformatRequest(volume, plane, edge, edge, slab, Interpolation.LINEAR, voi, false);
    }

    static int[] grey(RenderEngine engine, ReformatRequest request) {
        int[] argb = new int[request.pixels()];
        engine.render(request, argb);
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 != 0xff) {
                throw new AssertionError("pixel " + i + " is not opaque");
            }
            argb[i] &= 0xff;
        }
        return argb;
    }

    /** A window in which one grey level is one HU, black at {@code low}. */
    static VoiTransform levelPerHounsfield(double low) {
        return new VoiTransform.LinearExact(low + 127.5, 255);
    }
}
