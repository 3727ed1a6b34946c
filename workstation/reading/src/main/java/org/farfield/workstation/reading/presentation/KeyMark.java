package org.farfield.workstation.reading.presentation;

import org.farfield.workstation.report.ko.KeyReference;
import org.farfield.workstation.report.ko.KeyTitle;
import org.farfield.workstation.report.sr.Code;

/**
 * An image that somebody singled out.
 *
 * @param title what for
 * @param observer who, as DICOM writes names, or ""
 * @param saved whether it is in the study; otherwise only in a draft
 */
public record KeyMark(KeyReference image, Code title, String observer, boolean saved) {

    /** Whether an image is singled out by it. */
    public boolean isOn(AcquiredSlice slice) {
        return image.means(slice.image().sopInstanceUid(), slice.frame());
    }

    /** Whether the image is to be looked at; otherwise it was taken out of use. */
    public boolean worthLooking() {
        return KeyTitle.of(title).map(KeyTitle::worthLooking).orElse(true);
    }
}
