package org.farfield.rendering.volume;

/** How the 16 bits of a stored voxel are to be read. Stored values of 8 bits and fewer are widened to one of these. */
public enum VoxelType {
    /** Two's complement, -32768 to 32767. */
    INT16(Short.MIN_VALUE, Short.MAX_VALUE, -1),
    /** 0 to 65535. */
    UINT16(0, 0xffff, 0xffff);

    private final int lowest;
    private final int highest;
    private final int mask;

    VoxelType(int lowest, int highest, int mask) {
        this.lowest = lowest;
        this.highest = highest;
        this.mask = mask;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** {@code stored & mask()} is the stored value as a number. */
    public int mask() {
        return mask;
    }

    public int value(short stored) {
        return stored & mask;
    }
}
