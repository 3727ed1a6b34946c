package org.farfield.workstation.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.rendering.volume.SlicePlane;

/**
 * One SOP instance in one file: what its header says, without its pixels.
 *
 * @param number Instance Number (0020,0013), 0 where the file has none
 * @param transferSyntax UID of the syntax in which the file is written
 * @param imageType values of Image Type (0008,0008), for instance ORIGINAL, PRIMARY, LOCALIZER
 * @param frames Number of Frames (0028,0008), 1 where not stated, 0 where the object has no image
 * @param plane the image's place in the patient, empty where the header does not say it or says nonsense
 * @param sliceThicknessMm Slice Thickness (0018,0050)
 * @param values how its stored values are to be read, empty where the object has no monochrome image
 */
public record Instance(
        Path file,
        String sopInstanceUid,
        String sopClassUid,
        String transferSyntax,
        List<String> imageType,
        int number,
        int frames,
        int columns,
        int rows,
        Optional<SlicePlane> plane,
        OptionalDouble sliceThicknessMm,
        Optional<StoredValues> values) {
    /** Keeps its own copy of the list. */
    public Instance {
        imageType = List.copyOf(imageType);
    }

    /** Whether this is a scanned projection (scout, topogram), not a cross-section (PS3.3 C.8.2.1.1.1). */
    public boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }
}
