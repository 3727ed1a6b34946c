package org.farfield.dicom.deidentification;

import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;

/** Whether names may stand in the picture itself (Burned In Annotation, PS3.3 C.7.6.1). */
public final class BurnedIn {
    /**
     * Kinds of images that often carry the patient's name in the pixels: screen shots, ultrasound, photographs, film.
     */
    private static final Set<String> MODALITIES = Set.of("US", "SC", "XC", "ES", "OT", "GM", "SM", "RF", "HC", "DOC");

    private BurnedIn() {}

    /** True when the object says that its pixels hold text that identifies the patient. */
    public static boolean isStated(DataSet dataSet) {
        return dataSet.string(Tag.BURNED_IN_ANNOTATION).orElse("").equals("YES");
    }

    /** Why the pixels may name the patient; empty when the object says they do not, or has none. */
    public static Optional<String> reason(DataSet dataSet) {
        if (!dataSet.contains(Tag.PIXEL_DATA)) {
            return Optional.empty();
        }
        if (isStated(dataSet)) {
            return Optional.of("the object says that its pixels hold text that identifies the patient");
        }
        if (dataSet.string(Tag.BURNED_IN_ANNOTATION).orElse("").equals("NO")) {
            return Optional.empty();
        }
        boolean suspect = MODALITIES.contains(dataSet.string(Tag.MODALITY).orElse(""))
                || dataSet.string(Tag.SOP_CLASS_UID).orElse("").startsWith(Uids.SECONDARY_CAPTURE_IMAGE_STORAGE)
                || dataSet.contains(Tag.CONVERSION_TYPE)
                || dataSet.strings(Tag.IMAGE_TYPE).contains("SCREEN SAVE");
        return suspect
                ? Optional.of("names may be burned into the pixels of this kind of image: look at it before it leaves")
                : Optional.empty();
    }
}
