package org.farfield.rendering.volume;

import java.util.List;
import java.util.stream.DoubleStream;

/** Slice planes for tests: 8x6 voxels of 0.5 mm, axial unless said. */
final class Slices {

    static final FrameOfReference FRAME = new FrameOfReference("1.2.3");

    private Slices() {}

    static SlicePlane axial(double x, double y, double z) {
        return plane(new PatientPoint(x, y, z), PatientVector.LEFT, PatientVector.POSTERIOR);
    }

    static SlicePlane plane(PatientPoint position, PatientVector row, PatientVector column) {
        return new SlicePlane(8, 6, position, row, column, 0.5, 0.5, FRAME);
    }

    static List<SlicePlane> axialAt(double... z) {
        return DoubleStream.of(z).mapToObj(at -> axial(-2, -1, at)).toList();
    }
}
