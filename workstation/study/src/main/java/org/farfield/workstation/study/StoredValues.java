package org.farfield.workstation.study;

import java.util.Optional;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;

/**
 * How one monochrome image's stored values are to be read.
 *
 * @param bitsStored Bits Stored (0028,0101), 1 to 16
 * @param signed Pixel Representation (0028,0103) is 1
 * @param lowIsWhite Photometric Interpretation is MONOCHROME1, or Presentation LUT Shape (2050,0020) is INVERSE
 * @param modality Rescale Slope and Intercept, or Modality LUT (PS3.3 C.11.1)
 * @param unit of values after the modality transform, "HU" for CT
 * @param window first window of the VOI LUT module (PS3.3 C.11.2) with its function, else its first table
 */
public record StoredValues(
        int bitsStored,
        boolean signed,
        boolean lowIsWhite,
        ModalityTransform modality,
        PixelPadding padding,
        String unit,
        Optional<VoiTransform> window) {}
