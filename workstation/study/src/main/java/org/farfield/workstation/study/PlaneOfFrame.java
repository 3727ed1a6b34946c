package org.farfield.workstation.study;

import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.SliceAttributes;
import org.farfield.rendering.volume.SlicePlane;

/** Where a frame lies in the patient, as its instance's header says it. */
public final class PlaneOfFrame {
    private PlaneOfFrame() {}

    /** Empty where the header does not say it, or says nonsense. */
    public static Optional<SlicePlane> read(DataSet header, int frame) {
        return PlaneReading.of(SliceAttributes.of(header, frame)).plane();
    }
}
