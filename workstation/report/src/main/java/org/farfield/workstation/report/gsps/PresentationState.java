package org.farfield.workstation.report.gsps;

import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.StudyHeader;

/**
 * How images are to be shown (PS3.3 A.33.1). Immutable; any thread.
 *
 * @param self this state among the instances
 * @param label Content Label (0070,0080)
 * @param description Content Description (0070,0081), or ""
 * @param creator as DICOM writes names, or ""
 * @param made {@code yyyyMMdd} and {@code HHmmss}, separate values, as far as they are known
 * @param targets the images that it is meant for, with their series
 * @param rescale from stored values to those that the window counts in; empty for the stored values themselves
 * @param inverted low values are white (Presentation LUT Shape INVERSE)
 * @param orientation how the images are turned
 */
public record PresentationState(
        InstanceRef self,
        String label,
        String description,
        String creator,
        List<String> made,
        List<Target> targets,
        Optional<Rescale> rescale,
        List<VoiChoice> windows,
        boolean inverted,
        List<DisplayedArea> areas,
        Orientation orientation,
        List<Annotation> annotations,
        List<Shutter> shutters) {
    public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.11.1";

    public PresentationState {
        made = List.copyOf(made);
        targets = List.copyOf(targets);
        windows = List.copyOf(windows);
        areas = List.copyOf(areas);
        annotations = List.copyOf(annotations);
        shutters = List.copyOf(shutters);
    }

    /** Rescale Slope, Intercept and Type (PS3.3 C.11.1). */
    public record Rescale(double slope, double intercept, String type) {}

    /**
     * Spatial Transformation (PS3.3 C.10.6): turned clockwise first, then left and right swapped.
     *
     * @param degrees 0, 90, 180 or 270
     */
    public record Orientation(int degrees, boolean flipped) {
        public static final Orientation NONE = new Orientation(0, false);
    }

    /** As a complete Part 10 file of a study, explicit VR little endian. */
    public byte[] toPart10(StudyHeader study) {
        try {
            return Part10.toBytes(DicomFile.of(
                    new PresentationStateWriting(this).toDataSet(study), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } catch (DicomException e) {
            throw new IllegalStateException("a state that was made here cannot be written", e);
        }
    }
}
