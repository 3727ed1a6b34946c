package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the stored values of frames. Keeps the multi-frame file it read last, since its next frame will be asked for.
 * Any thread.
 */
final class FrameDecoder {
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /**
     * The stored values, sign- or zero-extended to 16 bits, row by row.
     *
     * @throws IOException when the file cannot be read any more, is cut short or is coded in a way not known here
     */
    short[] decode(Frame frame) throws IOException {
        short[] voxels = new short
                [Math.multiplyExact(frame.matrix().columns(), frame.matrix().rows())];
        pixels(frame.file()).decodeInto(frame.index(), voxels);
        return voxels;
    }

    private PixelFrames pixels(Path file) throws IOException {
        Kept last = kept.get();
        if (last != null && last.file().equals(file)) {
            return last.pixels();
        }
        PixelFrames pixels = PixelFrames.of(Part10.read(file));
        if (pixels.count() > 1) {
            kept.set(new Kept(file, pixels));
        }
        return pixels;
    }

    private record Kept(Path file, PixelFrames pixels) {}
}
