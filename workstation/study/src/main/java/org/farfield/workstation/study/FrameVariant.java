package org.farfield.workstation.study;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * What tells frames of an enhanced multi-frame instance apart besides their place: stack, moment, type, echo, diffusion
 * weighting, cardiac phase (PS3.3 C.7.6.16, C.8.13.5). Frames of one volume have all of it in common.
 */
final class FrameVariant {
    /** Functional group, then the element in it. */
    private static final int[][] ELEMENTS = {
        {Tag.FRAME_CONTENT_SEQUENCE, Tag.STACK_ID},
        {Tag.FRAME_CONTENT_SEQUENCE, 0x00209128},
        {0x00189226, 0x00089007},
        {0x00189329, 0x00089007},
        {0x00189114, 0x00189082},
        {0x00189117, 0x00189087},
        {0x00189118, 0x00209241}
    };

    private FrameVariant() {}

    /** A text that is the same for frames of one volume; "" for a single-frame instance. */
    static String of(DataSet d, int frame) {
        List<DataSet> frames = d.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (frame >= frames.size()) {
            return "";
        }
        Optional<DataSet> shared = d.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        StringJoiner text = new StringJoiner("/");
        for (int[] element : ELEMENTS) {
            Optional<DataSet> group =
                    frames.get(frame).item(element[0]).or(() -> shared.flatMap(groups -> groups.item(element[0])));
            text.add(group.map(item -> String.join("\\", item.strings(element[1])))
                    .orElse(""));
        }
        return text.toString();
    }
}
