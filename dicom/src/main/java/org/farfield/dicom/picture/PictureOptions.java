package org.farfield.dicom.picture;

import java.util.Optional;

/**
 * What a picture is made with.
 *
 * @param window centre and width in the modality's unit, in place of the file's own
 * @param overlays whether overlay planes are drawn
 */
public record PictureOptions(Optional<double[]> window, boolean overlays) {
    /** The file's own window, or its table, or its range of values; with overlays. */
    public static final PictureOptions DEFAULT = new PictureOptions(Optional.empty(), true);
}
