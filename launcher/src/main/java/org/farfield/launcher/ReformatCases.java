package org.farfield.launcher;

import java.util.List;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * Reformats that other programs are compared on: planes through the middle of a volume, 358.4 mm wide, turned by 30
 * degrees about the y axis, then about the x axis, and by another tenth of a degree each frame; native planes along the
 * grid, one voxel on each frame; from stored voxels to display grey.
 */
final class ReformatCases {
    private static final double FIELD_MM = 358.4;
    private static final VoiTransform VOI = new VoiTransform.Window(40, 400);
    private static final int PICTURE_EDGE = 1024;
    private static final Slab MIP = new Slab(20, Projection.MIP);
    private static final Slab MINIP = new Slab(20, Projection.MINIP);
    private static final Slab MEAN = new Slab(20, Projection.MEAN);

    private final Volume volume;

    private ReformatCases(Volume volume) {
        this.volume = volume;
    }

    static List<BenchCase> of(Volume volume) {
        ReformatCases on = new ReformatCases(volume);
        return List.of(
                on.oblique("oblique512_linear", 512, Slab.NONE, Interpolation.LINEAR),
                on.oblique("oblique1024_linear", 1024, Slab.NONE, Interpolation.LINEAR),
                on.oblique("oblique1024_nearest", 1024, Slab.NONE, Interpolation.NEAREST),
                on.oblique("oblique512_cubic", 512, Slab.NONE, Interpolation.CUBIC),
                on.oblique("oblique1024_cubic", 1024, Slab.NONE, Interpolation.CUBIC),
                on.oblique("slabMIP20mm_oblique512", 512, MIP, Interpolation.LINEAR),
                on.oblique("slabMIP20mm_oblique1024", 1024, MIP, Interpolation.LINEAR),
                on.oblique("slabMinIP20mm_oblique1024", 1024, MINIP, Interpolation.LINEAR),
                on.oblique("slabMean20mm_oblique1024", 1024, MEAN, Interpolation.LINEAR),
                new BenchCase("axial_native", on::axial),
                new BenchCase("coronal_native", on::coronal),
                new BenchCase("sagittal_native", on::sagittal),
                window(volume));
    }

    private BenchCase oblique(String name, int edge, Slab slab, Interpolation interpolation) {
        return new BenchCase(
                name, f -> new ReformatRequest(volume, turned(edge, f), edge, edge, slab, interpolation, VOI, false));
    }

    private ImagePlane turned(int edge, int frame) {
        double degrees = 30 + 0.1 * (frame % 50);
        return ImagePlane.axial(volume.geometry().center(), FIELD_MM / edge)
                .rotated(PatientVector.POSTERIOR, degrees)
                .rotated(PatientVector.LEFT, degrees);
    }

    private RenderRequest axial(int frame) {
        VolumeGeometry g = volume.geometry();
        return onGrid(g.sliceStep(), g.slices(), g.columnStep(), g.columns(), g.rowStep(), g.rows(), frame);
    }

    private RenderRequest coronal(int frame) {
        VolumeGeometry g = volume.geometry();
        return onGrid(g.rowStep().negated(), g.rows(), g.columnStep(), g.columns(), g.sliceStep(), g.slices(), frame);
    }

    private RenderRequest sagittal(int frame) {
        VolumeGeometry g = volume.geometry();
        return onGrid(g.columnStep(), g.columns(), g.rowStep(), g.rows(), g.sliceStep(), g.slices(), frame);
    }

    /** Along the grid with a pixel for each voxel, through the centres of the voxels. */
    private RenderRequest onGrid(
            PatientVector normal,
            int layers,
            PatientVector right,
            int width,
            PatientVector down,
            int height,
            int frame) {
        double shift = frame % 41 - 20 + (layers % 2 == 0 ? 0.5 : 0);
        PatientPoint center = volume.geometry().center().plus(normal.times(shift));
        ImagePlane plane = new ImagePlane(center, right, down);
        return new ReformatRequest(volume, plane, width, height, Slab.NONE, Interpolation.LINEAR, VOI, false);
    }

    /** A stored picture of 1024x1024 to display grey, with another window each frame. */
    private static BenchCase window(Volume volume) {
        VolumeGeometry g = volume.geometry();
        VolumeGeometry flat = new VolumeGeometry(
                PICTURE_EDGE,
                PICTURE_EDGE,
                1,
                PatientPoint.ORIGIN,
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                PatientVector.HEAD,
                FrameOfReference.UNSTATED);
        Volume picture = new Volume(flat, volume.type(), volume.modality(), volume.padding(), volume.unit());
        short[] voxels = new short[PICTURE_EDGE * PICTURE_EDGE];
        for (int i = 0; i < voxels.length; i++) {
            int column = i % PICTURE_EDGE * g.columns() / PICTURE_EDGE;
            int row = i / PICTURE_EDGE * g.rows() / PICTURE_EDGE;
            voxels[i] = (short) volume.sample(column, row, g.slices() / 2);
        }
        picture.put(0, voxels);
        ImagePlane plane = ImagePlane.axial(flat.center(), 1);
        return new BenchCase(
                "window_bgra1024",
                f -> new ReformatRequest(
                        picture,
                        plane,
                        PICTURE_EDGE,
                        PICTURE_EDGE,
                        Slab.NONE,
                        Interpolation.LINEAR,
                        new VoiTransform.Window(40, 400 + f % 50),
                        false));
    }
}
