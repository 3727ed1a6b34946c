package org.farfield.workstation.reading;

import org.farfield.dicom.picture.Picture;

/**
 * An image that is ready to be shown.
 *
 * @param state for which it was made
 * @param pixelAspect how much higher than wide a pixel is
 */
public record FramePicture(FramesState state, Picture picture, double pixelAspect) {}
