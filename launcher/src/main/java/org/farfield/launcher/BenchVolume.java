package org.farfield.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.SplittableRandom;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/**
 * The volume that rendering is timed on: a headerless file of signed 16-bit little-endian voxels in HU, column by
 * column, row by row, slice by slice, or a made-up body.
 */
final class BenchVolume {
    /** The options that {@link #of} understands. */
    static final Set<String> OPTIONS = Set.of("--raw", "--dims", "--spacing");

    static final String USAGE = "[--raw FILE --dims X,Y,Z --spacing X,Y,Z]";
    private static final int MAX_EDGE = 8192;

    private BenchVolume() {}

    static Volume of(Arguments arguments) throws WrongUsage, Failed {
        boolean shaped = arguments.value("--dims").isPresent()
                && arguments.value("--spacing").isPresent();
        if (arguments.value("--raw").isPresent() && !shaped) {
            throw new WrongUsage("--raw FILE needs --dims X,Y,Z and --spacing X,Y,Z");
        }
        Volume volume = empty(dims(arguments), spacing(arguments));
        if (arguments.value("--raw").isEmpty()) {
            fill(volume);
            return volume;
        }
        try {
            read(Path.of(arguments.required("--raw")), volume);
            return volume;
        } catch (IOException e) {
            throw new Failed("cannot read the volume: " + e, e);
        }
    }

    private static int[] dims(Arguments arguments) throws WrongUsage {
        double[] size = Arguments.numbers("--dims", arguments.value("--dims").orElse("512,512,400"), ",", 3);
        for (double edge : size) {
            if (edge != Math.rint(edge) || edge < 1 || edge > MAX_EDGE) {
                throw new WrongUsage("--dims expects whole numbers of 1 to " + MAX_EDGE);
            }
        }
        return new int[] {(int) size[0], (int) size[1], (int) size[2]};
    }

    private static PatientVector spacing(Arguments arguments) throws WrongUsage {
        double[] mm =
                Arguments.numbers("--spacing", arguments.value("--spacing").orElse("0.7,0.7,1"), ",", 3);
        for (double spacing : mm) {
            if (!(spacing > 0)) {
                throw new WrongUsage("--spacing expects numbers over 0");
            }
        }
        return new PatientVector(mm[0], mm[1], mm[2]);
    }

    private static Volume empty(int[] dims, PatientVector spacing) {
        VolumeGeometry geometry = new VolumeGeometry(
                dims[0],
                dims[1],
                dims[2],
                PatientPoint.ORIGIN,
                PatientVector.LEFT.times(spacing.x()),
                PatientVector.POSTERIOR.times(spacing.y()),
                PatientVector.HEAD.times(spacing.z()),
                FrameOfReference.UNSTATED);
        return new Volume(geometry, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU");
    }

    private static void read(Path file, Volume volume) throws IOException {
        VolumeGeometry g = volume.geometry();
        try (FileChannel channel = FileChannel.open(file)) {
            long expected = 2 * g.voxels();
            if (channel.size() != expected) {
                throw new IOException(file + " has " + channel.size() + " bytes where " + g.columns() + "x" + g.rows()
                        + "x" + g.slices() + " voxels need " + expected);
            }
            ByteBuffer bytes = ByteBuffer.allocate(2 * g.columns() * g.rows()).order(ByteOrder.LITTLE_ENDIAN);
            for (int k = 0; k < g.slices(); k++) {
                bytes.clear();
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // A read may be short.
                }
                short[] voxels = new short[g.columns() * g.rows()];
                bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(voxels);
                volume.put(k, voxels);
            }
        }
    }

    /** Writes a complete volume as such a file. */
    static void write(Volume volume, Path file) throws IOException {
        VolumeGeometry g = volume.geometry();
        ByteBuffer bytes = ByteBuffer.allocate(2 * g.columns() * g.rows()).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int k = 0; k < g.slices(); k++) {
                bytes.clear().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(volume.copyOfSlice(k));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
    }

    /** A body-like ellipse with lungs and noise; the same each time. */
    private static void fill(Volume volume) {
        VolumeGeometry g = volume.geometry();
        for (int k = 0; k < g.slices(); k++) {
            SplittableRandom noise = new SplittableRandom(k);
            short[] voxels = new short[g.columns() * g.rows()];
            for (int i = 0; i < voxels.length; i++) {
                double x = (i % g.columns()) * 2.0 / g.columns() - 1;
                double y = Math.floorDiv(i, g.columns()) * 2.0 / g.rows() - 1;
                double z = k * 2.0 / g.slices() - 1;
                boolean body = x * x / 0.8 + y * y / 0.5 < 1;
                boolean lung = Math.hypot((Math.abs(x) - 0.4) / 0.3, Math.hypot(y / 0.5, z / 0.8)) < 1;
                int tissue = lung ? -850 : body ? 40 : -1000;
                voxels[i] = (short) (tissue + noise.nextInt(-30, 31));
            }
            volume.put(k, voxels);
        }
    }
}
