package org.farfield.workstation.study.structures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Tag;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.workstation.study.PlaneOfFrame;

/**
 * Reads a Segmentation (PS3.3 A.51): binary ones as they are, of fractional ones the voxels that are at least half
 * covered. Frames that hold nothing may be left out of the object, so that its planes may have gaps.
 */
public final class SegmentationReading {
    private static final double DIRECTION = Math.cos(Math.toRadians(0.1));
    private static final double SAME_PLACE_MM = 0.01;
    private static final double EVEN = 0.05;
    private static final double DRIFT_MM = 0.1;
    private static final int MOST_SLICES = 4096;

    private final DataSet d;
    private final PixelFrames pixels;
    private final List<String> notes = new ArrayList<>();

    private SegmentationReading(DicomFile file) throws DicomException {
        this.d = file.dataSet();
        this.pixels = PixelFrames.of(file);
    }

    /**
     * Reads one whole object.
     *
     * @throws DicomException where it is none, or where its planes make no grid
     */
    public static StructureSet read(DicomFile file) throws DicomException {
        if (!file.sopClassUid().equals(StructureSet.SEGMENTATION)) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "SOP class " + file.sopClassUid() + " is no segmentation");
        }
        return new SegmentationReading(file).structures(file.sopInstanceUid());
    }

    /** One frame: of which segment, and where. */
    private record Placed(int frame, int segment, SlicePlane plane) {}

    private StructureSet structures(String uid) throws DicomException {
        List<Placed> frames = frames();
        if (frames.isEmpty()) {
            throw new DicomException(DicomException.Reason.MALFORMED, "no frame says its segment and its place");
        }
        VolumeGeometry grid = grid(frames);
        LabelMaps maps = new LabelMaps(grid);
        boolean fractional = d.string(StructureTag.SEGMENTATION_TYPE).orElse("").equals("FRACTIONAL");
        int least =
                fractional ? (d.integer(StructureTag.MAXIMUM_FRACTIONAL_VALUE).orElse(255) + 1) / 2 : 1;
        short[] stored = new short[pixels.format().samplesPerFrame()];
        for (Placed each : frames) {
            pixels.decodeInto(each.frame, stored);
            double k = grid.toVoxel(each.plane.position()).slice();
            BitSet set = maps.slice(each.segment, (int) Math.rint(k));
            for (int at = 0; at < stored.length; at++) {
                if ((stored[at] & 0xFFFF) >= least) {
                    set.set(at);
                }
            }
        }
        List<Structure> structures = new ArrayList<>();
        for (DataSet item : d.sequence(StructureTag.SEGMENT_SEQUENCE)) {
            structure(item, maps).ifPresent(structures::add);
        }
        String title = d.string(StructureTag.CONTENT_LABEL)
                .or(() -> d.string(Tag.SERIES_DESCRIPTION))
                .orElse("");
        return new StructureSet(uid, title, structures, maps.layers(), notes);
    }

    private static Optional<Structure> structure(DataSet item, LabelMaps maps) {
        OptionalInt number = item.integer(StructureTag.SEGMENT_NUMBER);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int[] lab = item.integers(StructureTag.RECOMMENDED_DISPLAY_CIELAB);
        return Optional.of(new Structure(
                number.getAsInt(),
                item.string(StructureTag.SEGMENT_LABEL).orElse(""),
                lab.length == 3 ? StructureColour.ofCieLab(lab) : StructureColour.of(number.getAsInt()),
                maps.volumeMm3(number.getAsInt())));
    }

    private List<Placed> frames() {
        List<Placed> frames = new ArrayList<>();
        List<DataSet> groups = d.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        int count = Math.min(pixels.count(), groups.size());
        for (int i = 0; i < count; i++) {
            Optional<SlicePlane> plane = PlaneOfFrame.read(d, i);
            OptionalInt segment = segment(groups.get(i));
            if (plane.isPresent() && segment.isPresent() && segment.getAsInt() > 0 && segment.getAsInt() <= 0xFFFF) {
                frames.add(new Placed(i, segment.getAsInt(), plane.get()));
            }
        }
        if (frames.size() < pixels.count()) {
            notes.add(pixels.count() - frames.size() + " of " + pixels.count()
                    + " frames do not say their segment or their place");
        }
        return frames;
    }

    private OptionalInt segment(DataSet group) {
        return group.item(StructureTag.SEGMENT_IDENTIFICATION_SEQUENCE)
                .or(() -> d.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                        .flatMap(shared -> shared.item(StructureTag.SEGMENT_IDENTIFICATION_SEQUENCE)))
                .map(item -> item.integer(StructureTag.REFERENCED_SEGMENT_NUMBER))
                .orElse(OptionalInt.empty());
    }

    private VolumeGeometry grid(List<Placed> frames) throws DicomException {
        SlicePlane reference = frames.getFirst().plane;
        PatientVector normal = reference.normal();
        for (Placed each : frames) {
            requireSame(reference, each.plane);
        }
        double[] heights = frames.stream()
                .mapToDouble(each -> ahead(each.plane, reference))
                .sorted()
                .toArray();
        double step = step(heights);
        int slices = (int) Math.rint((heights[heights.length - 1] - heights[0]) / step) + 1;
        if (slices > MOST_SLICES) {
            throw new DicomException(DicomException.Reason.LIMIT, "its planes make " + slices + " slices");
        }
        for (double height : heights) {
            double k = (height - heights[0]) / step;
            if (Math.abs(k - Math.rint(k)) > EVEN) {
                throw new DicomException(
                        DicomException.Reason.UNSUPPORTED, "its planes do not lie at even distances from each other");
            }
        }
        return new VolumeGeometry(
                reference.columns(),
                reference.rows(),
                slices,
                reference.position().plus(normal.times(heights[0])),
                reference.rowDirection().times(reference.columnSpacingMm()),
                reference.columnDirection().times(reference.rowSpacingMm()),
                normal.times(step),
                reference.frameOfReference());
    }

    private static double ahead(SlicePlane plane, SlicePlane reference) {
        return plane.position().minus(reference.position()).dot(reference.normal());
    }

    /** What the object states, where its planes lie at multiples of it; else the least distance of two of them. */
    private double step(double[] heights) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < heights.length; i++) {
            double gap = heights[i] - heights[i - 1];
            least = gap > SAME_PLACE_MM ? Math.min(least, gap) : least;
        }
        double stated = measure(StructureTag.SPACING_BETWEEN_SLICES).orElse(0);
        if (least == Double.POSITIVE_INFINITY) {
            return stated > SAME_PLACE_MM
                    ? stated
                    : Math.max(SAME_PLACE_MM, measure(Tag.SLICE_THICKNESS).orElse(1));
        }
        double times = Math.rint(least / stated);
        boolean multiple = stated > SAME_PLACE_MM && times >= 2 && Math.abs(least / stated - times) < EVEN;
        return multiple ? least / times : least;
    }

    private OptionalDouble measure(int tag) {
        return d.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .flatMap(shared -> shared.item(StructureTag.PIXEL_MEASURES_SEQUENCE))
                .map(item -> item.decimal(tag))
                .orElse(OptionalDouble.empty());
    }

    private static void requireSame(SlicePlane one, SlicePlane other) throws DicomException {
        boolean directions = one.rowDirection().dot(other.rowDirection()) >= DIRECTION
                && one.columnDirection().dot(other.columnDirection()) >= DIRECTION;
        PatientVector between = other.position().minus(one.position());
        double drift =
                between.minus(one.normal().times(between.dot(one.normal()))).length();
        boolean sizes = one.columns() == other.columns()
                && one.rows() == other.rows()
                && Math.abs(one.columnSpacingMm() - other.columnSpacingMm()) < 1e-3 * one.columnSpacingMm()
                && Math.abs(one.rowSpacingMm() - other.rowSpacingMm()) < 1e-3 * one.rowSpacingMm();
        if (!directions || !sizes || drift > DRIFT_MM) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "its planes do not lie straight behind each other");
        }
    }
}
