package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a video stream, which are decoded in order: going back starts from the beginning. One stream is open at a
 * time, until its last frame was taken.
 */
final class VideoFrames implements FrameSource {
    private final ByteSlice stream;
    private final PixelFormat format;
    private @Nullable FfmpegVideo video;
    private int next;

    VideoFrames(ByteSlice stream, PixelFormat format) {
        this.stream = stream;
        this.format = format;
    }

    @Override
    public synchronized void decode(int frame, short[] out) throws DicomException {
        Ffmpeg.run("Video", () -> {
            decodeUpTo(frame, out);
            return true;
        });
    }

    private void decodeUpTo(int frame, short[] out) throws DicomException {
        FfmpegVideo open = video;
        if (open == null || frame < next) {
            if (open != null) {
                open.close();
            }
            video = null;
            open = FfmpegVideo.open(stream);
            video = open;
            next = 0;
        }
        try {
            while (next <= frame) {
                if (!open.read()) {
                    throw new DicomException(
                            DicomException.Reason.TRUNCATED,
                            "the video ends after " + next + " of " + format.frames() + " frames");
                }
                next++;
            }
            open.take(format, out);
        } catch (DicomException e) {
            open.close();
            video = null;
            throw e;
        }
        if (next == format.frames()) {
            open.close();
            video = null;
        }
    }
}
