package org.farfield.workstation.study;

import java.nio.file.Path;
import java.util.List;

/**
 * One SOP instance in one file: what its header says, without its pixels.
 *
 * @param transferSyntax in which the file is written
 * @param transferSyntaxName its name in PS3.6
 * @param decodable whether there is a decoder for images in this syntax
 * @param imageType values of Image Type (0008,0008), for instance ORIGINAL, PRIMARY, LOCALIZER
 * @param number Instance Number (0020,0013), 0 where the file has none
 * @param acquisition Acquisition Number (0020,0012), 0 where the file has none
 * @param frameCount Number of Frames (0028,0008) as stated, 1 where not stated, 0 where the object is no image
 * @param frames the frames whose place or values are stated one by one; only the first one of a film without them
 */
public record Instance(
        Path file,
        String sopInstanceUid,
        String sopClassUid,
        String transferSyntax,
        String transferSyntaxName,
        boolean decodable,
        List<String> imageType,
        int number,
        int acquisition,
        int frameCount,
        List<Frame> frames) {
    /** Keeps its own copies of the lists. */
    public Instance {
        imageType = List.copyOf(imageType);
        frames = List.copyOf(frames);
    }

    /** Whether this is a scanned projection (scout, topogram), not a cross-section (PS3.3 C.8.2.1.1.1). */
    public boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }
}
