package org.farfield.workstation.study.structures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.farfield.dicom.DicomException;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/** Voxels of structures on one grid, on their way into volumes of labels. One thread. */
final class LabelMaps {
    /** Of all layers together; a label map of a whole thorax has some 100 million. */
    private static final long MOST_VOXELS = 1L << 30;

    private final VolumeGeometry grid;
    private final Map<Integer, Map<Integer, BitSet>> voxels = new TreeMap<>();

    LabelMaps(VolumeGeometry grid) {
        this.grid = grid;
    }

    /** The voxels of a structure in a slice, column after row; the caller sets them. */
    BitSet slice(int structure, int slice) {
        return voxels.computeIfAbsent(structure, number -> new TreeMap<>())
                .computeIfAbsent(slice, k -> new BitSet(grid.columns() * grid.rows()));
    }

    /** What a structure holds (mm^3), from its voxels. */
    double volumeMm3(int structure) {
        return slices(structure).values().stream()
                        .mapToLong(BitSet::cardinality)
                        .sum()
                * grid.voxelVolumeMm3();
    }

    private Map<Integer, BitSet> slices(int structure) {
        return voxels.getOrDefault(structure, Map.of());
    }

    /** Volumes over the part of the grid that holds anything; more than one where structures overlap. */
    List<Volume> layers() throws DicomException {
        Optional<Box> box = box();
        if (box.isEmpty()) {
            return List.of();
        }
        List<List<Integer>> together = apart();
        if (box.get().voxels() * together.size() > MOST_VOXELS) {
            throw new DicomException(DicomException.Reason.LIMIT, "its structures are too large to be shown");
        }
        List<Volume> layers = new ArrayList<>();
        for (List<Integer> numbers : together) {
            layers.add(layer(numbers, box.get()));
        }
        return layers;
    }

    /** Structures that share no voxel, first come first. */
    private List<List<Integer>> apart() {
        List<List<Integer>> together = new ArrayList<>();
        for (int number : voxels.keySet()) {
            Optional<List<Integer>> free = together.stream()
                    .filter(others -> others.stream().noneMatch(other -> overlap(number, other)))
                    .findFirst();
            List<Integer> into = free.orElseGet(ArrayList::new);
            if (free.isEmpty()) {
                together.add(into);
            }
            into.add(number);
        }
        return together;
    }

    private boolean overlap(int one, int other) {
        Map<Integer, BitSet> theirs = slices(other);
        return slices(one).entrySet().stream()
                .anyMatch(slice ->
                        theirs.containsKey(slice.getKey()) && slice.getValue().intersects(theirs.get(slice.getKey())));
    }

    private Volume layer(List<Integer> numbers, Box box) {
        VolumeGeometry part = box.of(grid);
        Volume volume = new Volume(part, VoxelType.UINT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "");
        for (int k = box.firstSlice; k <= box.lastSlice; k++) {
            short[] stored = new short[part.columns() * part.rows()];
            for (int number : numbers) {
                BitSet set = slices(number).getOrDefault(k, new BitSet());
                for (int at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
                    int column = at % grid.columns() - box.firstColumn;
                    int row = at / grid.columns() - box.firstRow;
                    stored[row * part.columns() + column] = (short) number;
                }
            }
            volume.put(k - box.firstSlice, stored);
        }
        return volume;
    }

    /** Voxel indices, both ends in it. */
    private record Box(int firstColumn, int lastColumn, int firstRow, int lastRow, int firstSlice, int lastSlice) {
        long voxels() {
            return (lastColumn - firstColumn + 1L) * (lastRow - firstRow + 1L) * (lastSlice - firstSlice + 1L);
        }

        VolumeGeometry of(VolumeGeometry grid) {
            return new VolumeGeometry(
                    lastColumn - firstColumn + 1,
                    lastRow - firstRow + 1,
                    lastSlice - firstSlice + 1,
                    grid.toPatient(firstColumn, firstRow, firstSlice),
                    grid.columnStep(),
                    grid.rowStep(),
                    grid.sliceStep(),
                    grid.frameOfReference());
        }
    }

    private Optional<Box> box() {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        for (Map<Integer, BitSet> structure : voxels.values()) {
            structure.forEach((k, set) -> {
                for (int at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
                    grow(low, high, 0, at % grid.columns());
                    grow(low, high, 1, at / grid.columns());
                    grow(low, high, 2, k);
                }
            });
        }
        return high[0] < 0 ? Optional.empty() : Optional.of(new Box(low[0], high[0], low[1], high[1], low[2], high[2]));
    }

    private static void grow(int[] low, int[] high, int axis, int to) {
        low[axis] = Math.min(low[axis], to);
        high[axis] = Math.max(high[axis], to);
    }
}
