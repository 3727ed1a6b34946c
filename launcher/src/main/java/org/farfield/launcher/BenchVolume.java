package org.farfield.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/**
 * The volume on which pictures are timed: a raw file of signed 16-bit values, x fastest, or, where none is given, a
 * made-up body of nested ellipsoids with a fine pattern, the same on every machine.
 *
 * @param dims columns, rows, slices
 * @param spacingMm between columns, rows, slices
 */
record BenchVolume(Optional<Path> raw, int[] dims, double[] spacingMm) {
    private static final int MAX_EDGE = 8192;

    static BenchVolume parse(Arguments arguments) throws WrongUsage {
        boolean raw = arguments.value("--raw").isPresent();
        boolean shape = arguments.value("--dims").isPresent()
                && arguments.value("--spacing").isPresent();
        if (raw && !shape) {
            throw new WrongUsage("--raw FILE needs --dims X,Y,Z and --spacing X,Y,Z");
        }
        double[] size = Arguments.numbers("--dims", arguments.value("--dims").orElse("512,512,400"), ",", 3);
        int[] dims = new int[3];
        for (int i = 0; i < 3; i++) {
            if (size[i] != Math.rint(size[i]) || size[i] < 1 || size[i] > MAX_EDGE) {
                throw new WrongUsage("--dims expects whole numbers of 1 to " + MAX_EDGE);
            }
            dims[i] = (int) size[i];
        }
        double[] spacing =
                Arguments.numbers("--spacing", arguments.value("--spacing").orElse("0.7,0.7,1"), ",", 3);
        for (double mm : spacing) {
            if (!(mm > 0)) {
                throw new WrongUsage("--spacing expects numbers over 0");
            }
        }
        return new BenchVolume(arguments.value("--raw").map(Path::of), dims, spacing);
    }

    Volume volume() throws Failed {
        Volume volume = new Volume(geometry(), VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU");
        if (raw.isPresent()) {
            read(raw.get(), volume);
        } else {
            for (int k = 0; k < dims[2]; k++) {
                volume.put(k, madeUp(k));
            }
        }
        return volume;
    }

    private VolumeGeometry geometry() {
        double x = -spacingMm[0] * (dims[0] - 1) / 2;
        double y = -spacingMm[1] * (dims[1] - 1) / 2;
        double z = -spacingMm[2] * (dims[2] - 1) / 2;
        return new VolumeGeometry(
                dims[0],
                dims[1],
                dims[2],
                new PatientPoint(x, y, z),
                PatientVector.LEFT.times(spacingMm[0]),
                PatientVector.POSTERIOR.times(spacingMm[1]),
                PatientVector.HEAD.times(spacingMm[2]),
                FrameOfReference.UNSTATED);
    }

    private void read(Path file, Volume volume) throws Failed {
        int perSlice = dims[0] * dims[1];
        ByteBuffer bytes = ByteBuffer.allocateDirect(perSlice * 2).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() != 2L * perSlice * dims[2]) {
                throw new Failed(file + " has " + channel.size() + " bytes, --dims make " + 2L * perSlice * dims[2]);
            }
            for (int k = 0; k < dims[2]; k++) {
                bytes.clear();
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
                short[] voxels = new short[perSlice];
                bytes.flip().asShortBuffer().get(voxels);
                volume.put(k, voxels);
            }
        } catch (IOException e) {
            throw new Failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private short[] madeUp(int k) {
        short[] voxels = new short[dims[0] * dims[1]];
        double z = 2.0 * k / dims[2] - 1;
        for (int row = 0; row < dims[1]; row++) {
            double y = 2.0 * row / dims[1] - 1;
            for (int column = 0; column < dims[0]; column++) {
                double x = 2.0 * column / dims[0] - 1;
                double r = x * x / 0.8 + y * y / 0.5 + z * z;
                int pattern = ((column * 7 + row * 13 + k * 11) % 61) - 30;
                int tissue = r > 1 ? -1000 : r > 0.85 ? 40 : r > 0.15 ? -800 : 60;
                voxels[row * dims[0] + column] = (short) (tissue + pattern);
            }
        }
        return voxels;
    }
}
