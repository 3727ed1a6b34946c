package org.farfield.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the attributes of one frame stand: functional groups of the frame, shared ones, or the instance itself. */
final class FrameAttributes {
    private final DataSet instance;
    private final @Nullable DataSet perFrame;
    private final @Nullable DataSet shared;

    FrameAttributes(DataSet instance, int frame) {
        this.instance = instance;
        List<DataSet> frames = instance.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        this.perFrame = frame < frames.size() ? frames.get(frame) : null;
        this.shared = instance.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(null);
    }

    /** The item that holds the attributes of a functional group, or the instance for a single-frame image. */
    DataSet group(int sequenceTag) {
        DataSet item = item(perFrame, sequenceTag);
        if (item == null) {
            item = item(shared, sequenceTag);
        }
        return item == null ? instance : item;
    }

    private static @Nullable DataSet item(@Nullable DataSet groups, int sequenceTag) {
        return groups == null ? null : groups.item(sequenceTag).orElse(null);
    }
}
