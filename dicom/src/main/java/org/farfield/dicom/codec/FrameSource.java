package org.farfield.dicom.codec;

import org.farfield.dicom.DicomException;

/** Gives the words of one frame after another or in any order. Any thread. */
interface FrameSource {
    /** Decodes a frame, colour by pixel. */
    void decode(int frame, short[] out) throws DicomException;

    /** Throws, without decoding, when a frame's bytes cannot be enough, so that no memory is spent on it. */
    default void requireFrame(int frame) throws DicomException {}
}
