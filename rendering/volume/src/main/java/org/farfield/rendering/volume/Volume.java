package org.farfield.rendering.volume;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * Voxels in patient space, growing slice by slice while they are loaded or scanned.
 *
 * <p>Stored values, 16 bits a voxel, one array a slice; an array that was put belongs to the volume and must not change
 * any more, so the memory is voxels x 2 bytes and nothing is copied. Any thread may put, any thread may read: a reader
 * that sees {@link #has} sees the whole slice. {@link #revision} grows with each slice put; {@link #sliceRevision} says
 * at which revision a slice last changed, so that a copy elsewhere (a texture) can follow.
 */
public final class Volume {

    private final VolumeGeometry geometry;
    private final VoxelType type;
    private final ModalityTransform modality;
    private final PixelPadding padding;
    private final String unit;
    private final List<GeometryNote> notes;
    private final AtomicReferenceArray<short[]> slices;
    private final AtomicLongArray sliceRevisions;
    private final AtomicInteger arrived = new AtomicInteger();
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
    private final short[] empty;
    private volatile long revision;
    private volatile boolean padded;

    /**
     * An empty volume; nothing but one shared empty slice is allocated.
     *
     * @param unit of modality values, for example "HU"
     * @param notes what views of this volume must state
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
        this.slices = new AtomicReferenceArray<>(geometry.slices());
        this.sliceRevisions = new AtomicLongArray(geometry.slices());
        this.empty = new short[Math.multiplyExact(geometry.columns(), geometry.rows())];
        Arrays.fill(empty, (short) (padding.present() ? this.padding.first() : type.lowest()));
    }

    public Volume(
            VolumeGeometry geometry, VoxelType type, ModalityTransform modality, PixelPadding padding, String unit) {
        this(geometry, type, modality, padding, unit, List.of());
    }

    /**
     * Hands over slice {@code k}: stored values row by row. A second put replaces the slice.
     *
     * @throws IllegalArgumentException where the length is not columns x rows
     */
    public void put(int k, short[] voxels) {
        if (voxels.length != empty.length) {
            throw new IllegalArgumentException("slice " + k + " has " + voxels.length + " voxels instead of "
                    + geometry.columns() + "x" + geometry.rows());
        }
        boolean holdsPadding = padding.present() && !padded && holdsPadding(voxels);
        synchronized (this) {
            if (holdsPadding) {
                padded = true;
            }
            if (slices.getAndSet(k, voxels) == null) {
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

    private boolean holdsPadding(short[] voxels) {
        for (short voxel : voxels) {
            if (padding.holds(type.value(voxel))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stored values of slice {@code k}; until it has come a shared slice of padding (or the lowest value). Read
     * only.
     */
    public short[] slice(int k) {
        short[] voxels = slices.get(k);
        return voxels == null ? empty : voxels;
    }

    public boolean has(int k) {
        return slices.get(k) != null;
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

    /** The stored value of one voxel, as a number. */
    public int sample(int column, int row, int slice) {
        return type.value(slice(slice)[row * geometry.columns() + column]);
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
