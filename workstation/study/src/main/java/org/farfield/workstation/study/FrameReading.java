package org.farfield.workstation.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;

/** Takes an instance's frames from its header. */
final class FrameReading {
    /** Modalities whose images must state their plane. */
    private static final Set<String> CROSS_SECTIONS = Set.of("CT", "MR", "PT");

    /** Of an instance that does not describe each frame; what a file claims beyond is not listed. */
    private static final int MOST_FRAMES = 20_000;

    private FrameReading() {}

    static List<Frame> of(DataSet d, Path file, PixelEnd pixels, List<Problem> problems) {
        int declared = count(d);
        if (declared == 0) {
            return List.of();
        }
        int stated = d.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
        int count = stated == 0 ? Math.min(declared, MOST_FRAMES) : Math.min(stated, declared);
        boolean placed = declared == 1 || stated > 0;
        boolean expected =
                placed && CROSS_SECTIONS.contains(d.string(Tag.MODALITY).orElse(""));
        List<Frame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SliceAttributes slice = SliceAttributes.of(d, i);
            PlaneReading plane = placed ? PlaneReading.of(slice) : new PlaneReading.Absent("");
            plane.fault(expected).ifPresent(cause -> problems.add(new Problem(file, Problem.Kind.GEOMETRY, cause)));
            frames.add(new Frame(
                    file,
                    i,
                    new Frame.Matrix(slice.columns(), slice.rows()),
                    plane.plane(),
                    slice.sliceThicknessMm(),
                    pixels.frame(i),
                    FrameVariant.of(d, i),
                    PixelReading.of(d, slice)));
        }
        return frames;
    }

    /** Number of Frames as stated; 0 for an object without an image. */
    static int count(DataSet d) {
        boolean image =
                d.integer(Tag.ROWS).orElse(0) > 0 && d.integer(Tag.COLUMNS).orElse(0) > 0;
        return image ? Math.max(1, d.integer(Tag.NUMBER_OF_FRAMES).orElse(1)) : 0;
    }
}
