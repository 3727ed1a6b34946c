package org.farfield.workstation.report.ko;

import java.util.OptionalInt;
import org.farfield.workstation.report.sr.InstanceRef;

/**
 * An image that is singled out.
 *
 * @param frame from 1, where one frame of many is meant; empty for all of the instance
 */
public record KeyReference(InstanceRef image, OptionalInt frame) {
    /** Whether it means an image, or all frames of which that is one. */
    public boolean means(String sopInstanceUid, OptionalInt ofFrame) {
        return image.sopInstanceUid().equals(sopInstanceUid)
                && (frame.isEmpty() || ofFrame.isEmpty() || frame.equals(ofFrame));
    }
}
