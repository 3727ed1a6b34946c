package org.farfield.dicom.codec;

import org.farfield.dicom.DicomException;

/** Gives the words of one frame after another or in any order. Any thread. */
interface FrameSource {
    /** Decodes a frame, colour by pixel. */
    void decode(int frame, short[] out) throws DicomException;

    /** Throws when a frame's bytes are known to be missing. */
    default void requireComplete() throws DicomException {}
}
