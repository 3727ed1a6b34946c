package org.farfield.workstation.study.structures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Reads an RT Structure Set (PS3.3 A.19): closed planar contours along the slices of a volume, filled with the voxels
 * whose centres lie inside. A contour inside another one is a hole (C.8.8.6.3). A slice between two contours of a
 * structure belongs to the nearer one.
 */
public final class ContourReading {
    private static final int MOST_POINTS = 20_000_000;

    private final VolumeGeometry grid;
    private final LabelMaps maps;
    private int left;
    private int points;

    private ContourReading(VolumeGeometry grid) {
        this.grid = grid;
        this.maps = new LabelMaps(grid);
    }

    /**
     * Reads one object over a volume.
     *
     * @throws DicomException where it is none, or lies in another frame of reference
     */
    public static StructureSet read(DicomFile file, VolumeGeometry grid) throws DicomException {
        if (!file.sopClassUid().equals(StructureSet.RT_STRUCTURE_SET)) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "SOP class " + file.sopClassUid() + " is no structure set");
        }
        return new ContourReading(grid).structures(file.dataSet(), file.sopInstanceUid());
    }

    private StructureSet structures(DataSet d, String uid) throws DicomException {
        Map<Integer, DataSet> contours = new HashMap<>();
        for (DataSet item : d.sequence(StructureTag.ROI_CONTOUR_SEQUENCE)) {
            item.integer(StructureTag.REFERENCED_ROI_NUMBER).ifPresent(number -> contours.put(number, item));
        }
        List<Structure> structures = new ArrayList<>();
        int elsewhere = 0;
        List<DataSet> regions = d.sequence(StructureTag.STRUCTURE_SET_ROI_SEQUENCE);
        for (int i = 0; i < regions.size() && i < 0xFFFF; i++) {
            DataSet region = regions.get(i);
            String frame = region.string(StructureTag.REFERENCED_FRAME_OF_REFERENCE_UID)
                    .orElse("");
            int number = region.integer(StructureTag.ROI_NUMBER).orElse(-1);
            DataSet item = contours.getOrDefault(number, new DataSet());
            if (!frame.equals(grid.frameOfReference().uid()) || frame.isEmpty()) {
                elsewhere++;
            } else {
                structures.add(structure(region, item, i + 1));
            }
        }
        if (structures.isEmpty()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "none of its structures lies in this frame of reference");
        }
        List<String> notes = new ArrayList<>();
        if (elsewhere > 0) {
            notes.add(elsewhere + " structures lie in another frame of reference");
        }
        if (left > 0) {
            notes.add(left + " contours are not closed, or do not lie along the slices");
        }
        String title = d.string(StructureTag.STRUCTURE_SET_LABEL).orElse("");
        return new StructureSet(uid, title, structures, maps.layers(), notes);
    }

    /** Structures are numbered as they stand: ROI Numbers may be anything. */
    private Structure structure(DataSet region, DataSet item, int number) throws DicomException {
        NavigableMap<Integer, BitSet> drawn = new TreeMap<>();
        for (DataSet contour : item.sequence(StructureTag.CONTOUR_SEQUENCE)) {
            fill(contour, drawn);
        }
        between(number, drawn);
        int[] rgb = item.integers(StructureTag.ROI_DISPLAY_COLOR);
        int colour = rgb.length == 3
                ? ((rgb[0] & 0xFF) << 16) | ((rgb[1] & 0xFF) << 8) | (rgb[2] & 0xFF)
                : StructureColour.of(number);
        return new Structure(number, region.string(StructureTag.ROI_NAME).orElse(""), colour, maps.volumeMm3(number));
    }

    private void fill(DataSet contour, NavigableMap<Integer, BitSet> drawn) throws DicomException {
        double[] xyz = contour.decimals(StructureTag.CONTOUR_DATA);
        String type = contour.string(StructureTag.CONTOUR_GEOMETRIC_TYPE).orElse("");
        boolean closed = type.equals("CLOSED_PLANAR") || type.equals("CLOSEDPLANAR_XOR");
        if (!closed || xyz.length < 9 || xyz.length % 3 != 0) {
            left++;
            return;
        }
        points += xyz.length / 3;
        if (points > MOST_POINTS) {
            throw new DicomException(DicomException.Reason.LIMIT, "more than " + MOST_POINTS + " points of contours");
        }
        double[] columns = new double[xyz.length / 3];
        double[] rows = new double[xyz.length / 3];
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns.length; i++) {
            VoxelPosition at = grid.toVoxel(new PatientPoint(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]));
            columns[i] = at.column();
            rows[i] = at.row();
            sum += at.slice();
            lowest = Math.min(lowest, at.slice());
            highest = Math.max(highest, at.slice());
        }
        double slice = Math.rint(sum / columns.length);
        if (!(highest - lowest < 0.5) || slice < 0 || slice >= grid.slices()) {
            left++;
            return;
        }
        Polygon.toggle(
                columns,
                rows,
                grid.columns(),
                grid.rows(),
                drawn.computeIfAbsent((int) slice, k -> new BitSet(grid.columns() * grid.rows())));
    }

    /**
     * Contours may be drawn on every second or third slice only; one slice wider than their usual distance is a gap.
     */
    private void between(int number, NavigableMap<Integer, BitSet> drawn) {
        int usual = usualDistance(drawn);
        drawn.forEach((k, set) -> {
            Integer after = drawn.higherKey(k);
            maps.slice(number, k).or(set);
            if (after != null && after - k <= usual) {
                for (int slice = k + 1; slice < after; slice++) {
                    maps.slice(number, slice).or(slice - k <= after - slice ? set : drawn.get(after));
                }
            }
        });
    }

    private static int usualDistance(NavigableMap<Integer, BitSet> drawn) {
        List<Integer> slices = new ArrayList<>(drawn.keySet());
        List<Integer> distances = new ArrayList<>();
        for (int i = 1; i < slices.size(); i++) {
            distances.add(slices.get(i) - slices.get(i - 1));
        }
        distances.sort(null);
        return distances.isEmpty() ? 1 : distances.get(distances.size() / 2);
    }
}
