package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.DicomException;

/** What is wrong with a stream, said the same way everywhere. */
final class Fault {
    private Fault() {}

    static DicomException malformed(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG 2000 stream: " + what);
    }

    static DicomException truncated(String what) {
        return new DicomException(DicomException.Reason.TRUNCATED, "JPEG 2000 stream " + what);
    }

    static DicomException unsupported(String what) {
        return new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG 2000 stream with " + what);
    }

    static DicomException limit(String what) {
        return new DicomException(DicomException.Reason.LIMIT, "JPEG 2000 stream: " + what);
    }
}
