package org.farfield.rendering.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/**
 * A volume's stored values in one piece outside the heap, so that a sample's neighbours are found by adding to one
 * address, and two neighbours in a row are read as one number. Follows the volume slice by slice.
 *
 * <pre>
 *   layer 0            slice 0 again
 *   layer 1 ... n      slices 0 ... n - 1     row by row, 2 bytes a voxel, little endian
 *   layer n + 1        slice n - 1 again
 * </pre>
 *
 * Layers c and c + 1 are the two sides of cell c ({@link VoxelSource}). Unsigned values are stored 32768 less, so that
 * every 16 bits are a signed number; {@link #bias} is to be added to what comes out. The memory goes back when nobody
 * refers to it any more. Only the thread that draws updates.
 */
final class FlatVoxels {

    /** One voxel, to be read signed. */
    static final ValueLayout.OfShort VOXEL = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** A voxel in the lower half and its right neighbour in the upper. */
    static final ValueLayout.OfInt PAIR = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** Four voxels of a row, the first in the lowest 16 bits. */
    static final ValueLayout.OfLong FOUR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int UNSIGNED_BIAS = 0x8000;
    /** Room to read four voxels at the very last one. */
    private static final int TAIL_BYTES = 16;

    final MemorySegment voxels;
    final int layerVoxels;
    final long rowBytes;
    final long layerBytes;
    final int bias;
    private final int slices;
    private final long[] copied;

    /** @throws RenderException where there is no memory for it */
    FlatVoxels(Volume volume) {
        VolumeGeometry g = volume.geometry();
        slices = g.slices();
        layerVoxels = g.columns() * g.rows();
        rowBytes = 2L * g.columns();
        layerBytes = rowBytes * g.rows();
        bias = volume.type() == VoxelType.UINT16 ? UNSIGNED_BIAS : 0;
        copied = new long[slices];
        long bytes = layerBytes * (slices + 2) + TAIL_BYTES;
        try {
            voxels = Arena.ofAuto().allocate(bytes, Long.BYTES);
        } catch (OutOfMemoryError e) {
            throw new RenderException("drawing this volume needs " + (bytes >> 20) + " MB more memory", e);
        }
    }

    /** Copies what has come since the last time. */
    void follow(Volume volume) {
        for (int k = 0; k < slices; k++) {
            long revision = volume.sliceRevision(k);
            if (revision != copied[k]) {
                put(k, volume.slice(k));
                copied[k] = revision;
            }
        }
    }

    private void put(int k, short[] stored) {
        short[] signed = bias == 0 ? stored : turned(stored);
        MemorySegment.copy(signed, 0, voxels, VOXEL, (k + 1) * layerBytes, layerVoxels);
        if (k == 0) {
            MemorySegment.copy(signed, 0, voxels, VOXEL, 0, layerVoxels);
        }
        if (k == slices - 1) {
            MemorySegment.copy(signed, 0, voxels, VOXEL, (slices + 1) * layerBytes, layerVoxels);
        }
    }

    private static short[] turned(short[] unsigned) {
        short[] signed = new short[unsigned.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = (short) (unsigned[i] - UNSIGNED_BIAS);
        }
        return signed;
    }
}
