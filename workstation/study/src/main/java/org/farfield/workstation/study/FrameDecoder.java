package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the stored values of frames. Uncompressed ones are read straight into a buffer that is used again and again;
 * for others the file is parsed and decoded, and the multi-frame file read last is kept, since its next frame will be
 * asked for. Any thread.
 */
final class FrameDecoder {
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /**
     * The stored values, sign- or zero-extended to 16 bits, row by row.
     *
     * @param buffer the calling thread's own; what comes back is good until its next use
     * @throws IOException when the file cannot be read any more, is cut short or is coded in a way not known here
     */
    short[] decode(Frame frame, ReadBuffer buffer) throws IOException {
        short[] voxels = buffer.voxels(
                Math.multiplyExact(frame.matrix().columns(), frame.matrix().rows()));
        Optional<PixelsInFile> plain = frame.pixels();
        if (plain.isEmpty() || !readPlain(frame, plain.get(), buffer, voxels)) {
            pixels(frame.file()).decodeInto(frame.index(), voxels);
        }
        return voxels;
    }

    /** False when the file is not the one that was scanned. */
    private static boolean readPlain(Frame frame, PixelsInFile at, ReadBuffer buffer, short[] voxels)
            throws IOException {
        try (FileChannel channel = FileChannel.open(frame.file())) {
            if (channel.size() != at.fileBytes()) {
                return false;
            }
            ByteBuffer bytes = buffer.ofSize(voxels.length * 2);
            while (bytes.hasRemaining() && channel.read(bytes, at.offset() + bytes.position()) >= 0) {
                // A read may be short.
            }
            if (bytes.hasRemaining()) {
                return false;
            }
            bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(voxels);
        }
        boolean signed = frame.values().map(StoredValues::signed).orElse(false);
        extend(voxels, at.bitsStored(), signed);
        return true;
    }

    /** Fills the bits above those stored with the sign, or with zeros: files may hold anything there. */
    private static void extend(short[] voxels, int bitsStored, boolean signed) {
        int unused = 32 - bitsStored;
        if (bitsStored == 16) {
            return;
        }
        for (int i = 0; i < voxels.length; i++) {
            int high = voxels[i] << unused;
            voxels[i] = (short) (signed ? high >> unused : high >>> unused);
        }
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

    /** What a frame is read and decoded into; grows to the largest frame. One thread's own. */
    static final class ReadBuffer {
        private ByteBuffer bytes = ByteBuffer.allocateDirect(0);
        private short[] voxels = new short[0];

        short[] voxels(int count) {
            if (voxels.length != count) {
                voxels = new short[count];
            }
            return voxels;
        }

        ByteBuffer ofSize(int size) {
            if (bytes.capacity() < size) {
                bytes = ByteBuffer.allocateDirect(size);
            }
            return bytes.clear().limit(size);
        }
    }
}
