package org.farfield.rendering.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;

/**
 * Voxels in patient space, growing slice by slice while they are loaded or scanned.
 *
 * <p>Stored values, 16 bits a voxel, in one piece outside the heap ({@link FlatVoxels}): voxels x 2 bytes and two
 * slices more. Any thread may put, any thread may read: a reader that sees {@link #has} sees the whole slice. Where a
 * slice is put a second time, a picture drawn meanwhile may show some of both; the revision tells that a new one is
 * due. {@link #revision} grows with each slice put; {@link #sliceRevision} says at which revision a slice last changed,
 * so that a copy elsewhere (a texture) can follow.
 */
public final class Volume {

    private final VolumeGeometry geometry;
    private final VoxelType type;
    private final ModalityTransform modality;
    private final PixelPadding padding;
    private final String unit;
    private final List<GeometryNote> notes;
    private final FlatVoxels voxels;
    private final AtomicLongArray sliceRevisions;
    private final AtomicInteger arrived = new AtomicInteger();
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
    private final short absent;
    private volatile long revision;
    private volatile boolean padded;

    /**
     * An empty volume, with the memory for all its slices.
     *
     * @param unit of modality values, for example "HU"
     * @param notes what views of this volume must state
     * @throws VolumeMemoryException where there is not enough memory
     */
    public Volume(
            VolumeGeometry geometry,
            VoxelType type,
            ModalityTransform modality,
            PixelPadding padding,
            String unit,
            List<GeometryNote> notes) {
        this.geometry = geometry;
        this.type = type;
        this.modality = modality;
        this.padding = padding.readAs(type);
        this.unit = unit;
        this.notes = List.copyOf(notes);
        this.voxels = new FlatVoxels(geometry, type);
        this.sliceRevisions = new AtomicLongArray(geometry.slices());
        this.absent = (short) (padding.present() ? this.padding.first() : type.lowest());
    }

    public Volume(
            VolumeGeometry geometry, VoxelType type, ModalityTransform modality, PixelPadding padding, String unit) {
        this(geometry, type, modality, padding, unit, List.of());
    }

    /**
     * Copies slice {@code k}: stored values row by row. A second put replaces the slice. No two threads may put the
     * same slice at once.
     *
     * @throws IllegalArgumentException where the length is not columns x rows
     */
    public void put(int k, short[] stored) {
        if (stored.length != voxels.layerVoxels()) {
            throw new IllegalArgumentException("slice " + k + " has " + stored.length + " voxels instead of "
                    + geometry.columns() + "x" + geometry.rows());
        }
        Objects.checkIndex(k, geometry.slices());
        boolean holdsPadding = padding.present() && !padded && holdsPadding(stored);
        voxels.put(k, stored);
        synchronized (this) {
            if (holdsPadding) {
                padded = true;
            }
            if (!has(k)) {
                arrived.incrementAndGet();
            }
            long next = revision + 1;
            sliceRevisions.set(k, next);
            revision = next;
        }
        for (IntConsumer listener : listeners) {
            listener.accept(k);
        }
    }

    private boolean holdsPadding(short[] stored) {
        for (short voxel : stored) {
            if (padding.holds(type.value(voxel))) {
                return true;
            }
        }
        return false;
    }

    /** The stored values of all slices; those of a slice that has not come mean nothing. */
    public FlatVoxels voxels() {
        return voxels;
    }

    /** A copy of slice {@code k}, stored values row by row; padding (or the lowest value) until it has come. */
    public short[] copyOfSlice(int k) {
        short[] copy = new short[voxels.layerVoxels()];
        if (has(k)) {
            voxels.copySlice(k, copy);
        } else {
            Arrays.fill(copy, absent);
        }
        return copy;
    }

    public boolean has(int k) {
        return sliceRevisions.get(k) != 0;
    }

    /** How many slices have come. */
    public int arrived() {
        return arrived.get();
    }

    public boolean complete() {
        return arrived() == geometry.slices();
    }

    /** Grows with every slice that is put; 0 for an empty volume. */
    public long revision() {
        return revision;
    }

    /** The {@link #revision} at which slice {@code k} was last put, 0 = never. */
    public long sliceRevision(int k) {
        return sliceRevisions.get(k);
    }

    /** Whether any slice that has come holds a padding voxel. */
    public boolean padded() {
        return padded;
    }

    /**
     * Calls {@code listener} with the slice number after each put, on the putting thread, until the subscription is
     * closed.
     */
    public Subscription onSlice(IntConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The stored value of one voxel, as a number; padding (or the lowest value) until its slice has come. */
    public int sample(int column, int row, int slice) {
        Objects.checkIndex(column, geometry.columns());
        Objects.checkIndex(row, geometry.rows());
        return has(slice) ? voxels.value(column, row, slice) : type.value(absent);
    }

    /** Whether the voxel has come and is no padding. */
    public boolean present(int column, int row, int slice) {
        return has(slice) && !padding.holds(sample(column, row, slice));
    }

    /** The voxel's value in {@link #unit}. */
    public double value(int column, int row, int slice) {
        return modality.apply(sample(column, row, slice));
    }

    public VolumeGeometry geometry() {
        return geometry;
    }

    public VoxelType type() {
        return type;
    }

    public ModalityTransform modality() {
        return modality;
    }

    public PixelPadding padding() {
        return padding;
    }

    public String unit() {
        return unit;
    }

    public List<GeometryNote> notes() {
        return notes;
    }

    /** Ends a subscription; may be closed more than once. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
