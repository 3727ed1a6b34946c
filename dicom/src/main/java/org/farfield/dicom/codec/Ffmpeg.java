package org.farfield.dicom.codec;

import org.bytedeco.ffmpeg.global.avutil;
import org.farfield.dicom.DicomException;

/** The gate to FFmpeg's native library, which is loaded on first use and may be missing on a system. */
final class Ffmpeg {
    private Ffmpeg() {}

    /** Something that calls native code. */
    interface Work<T> {
        T run() throws DicomException;
    }

    /** Runs it; a missing native library becomes a {@link DicomException} that names this system. */
    static <T> T run(String what, Work<T> work) throws DicomException {
        try {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            return work.run();
        } catch (LinkageError e) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED,
                    what + " needs the native FFmpeg library, which is missing for " + System.getProperty("os.name")
                            + " on " + System.getProperty("os.arch"),
                    e);
        }
    }
}
