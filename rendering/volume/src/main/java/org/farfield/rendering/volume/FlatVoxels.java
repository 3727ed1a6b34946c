package org.farfield.rendering.volume;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A volume's stored values in one piece outside the heap, so that a sample's neighbours are found by adding to one
 * address, and two neighbours in a row are read as one number.
 *
 * <pre>
 *   layer 0            slice 0 again
 *   layer 1 ... n      slices 0 ... n - 1     row by row, 2 bytes a voxel, little endian
 *   layer n + 1        slice n - 1 again
 * </pre>
 *
 * Layers c and c + 1 are the two sides of cell c: cells 0 and n are the half slices before the first and after the
 * last. Unsigned values are stored 32768 less, so that every 16 bits are a signed number; {@link #bias} is to be added
 * to what comes out. A slice that has not come holds zeros. The memory goes back when nobody refers to it any more.
 */
public final class FlatVoxels {

    /** One voxel, to be read signed. */
    public static final ValueLayout.OfShort VOXEL = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** A voxel in the lower half and its right neighbour in the upper. */
    public static final ValueLayout.OfInt PAIR = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** Four voxels of a row, the first in the lowest 16 bits. */
    public static final ValueLayout.OfLong FOUR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int UNSIGNED_BIAS = 0x8000;
    /** Room to read four voxels at the very last one. */
    private static final int TAIL_BYTES = 16;

    private final MemorySegment memory;
    private final int columns;
    private final int layerVoxels;
    private final long rowBytes;
    private final long layerBytes;
    private final int bias;
    private final int slices;

    /** @throws VolumeMemoryException where there is no memory for it */
    FlatVoxels(VolumeGeometry g, VoxelType type) {
        slices = g.slices();
        columns = g.columns();
        layerVoxels = Math.multiplyExact(columns, g.rows());
        rowBytes = 2L * columns;
        layerBytes = rowBytes * g.rows();
        bias = type == VoxelType.UINT16 ? UNSIGNED_BIAS : 0;
        long bytes = layerBytes * (slices + 2L) + TAIL_BYTES;
        try {
            memory = ZeroedMemory.allocate(bytes);
        } catch (OutOfMemoryError e) {
            throw new VolumeMemoryException(
                    columns + "x" + g.rows() + "x" + slices + " voxels need " + (bytes >> 20)
                            + " MB of memory, which this process cannot have",
                    e);
        }
    }

    void put(int k, short[] stored) {
        short[] signed = bias == 0 ? stored : turned(stored);
        MemorySegment.copy(signed, 0, memory, VOXEL, (k + 1) * layerBytes, layerVoxels);
        if (k == 0) {
            MemorySegment.copy(signed, 0, memory, VOXEL, 0, layerVoxels);
        }
        if (k == slices - 1) {
            MemorySegment.copy(signed, 0, memory, VOXEL, (slices + 1) * layerBytes, layerVoxels);
        }
    }

    private static short[] turned(short[] stored) {
        short[] turned = new short[stored.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (short) (stored[i] ^ UNSIGNED_BIAS);
        }
        return turned;
    }

    /** Copies slice {@code k} as it was put, row by row. */
    void copySlice(int k, short[] into) {
        MemorySegment.copy(memory, VOXEL, (k + 1) * layerBytes, into, 0, layerVoxels);
        if (bias != 0) {
            for (int i = 0; i < layerVoxels; i++) {
                into[i] ^= (short) UNSIGNED_BIAS;
            }
        }
    }

    /** A voxel's stored value, as a number. */
    public int value(int column, int row, int slice) {
        return memory.get(VOXEL, (slice + 1) * layerBytes + row * rowBytes + 2L * column) + bias;
    }

    /** The layers, to be read only. */
    public MemorySegment memory() {
        return memory;
    }

    /** Voxels in a row. */
    public int columns() {
        return columns;
    }

    public int layerVoxels() {
        return layerVoxels;
    }

    public long rowBytes() {
        return rowBytes;
    }

    public long layerBytes() {
        return layerBytes;
    }

    /** What is to be added to a number read from {@link #memory}. */
    public int bias() {
        return bias;
    }
}
