package org.farfield.dicom.codec;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.farfield.dicom.ByteSlice;

/** Bytes in memory as an input of FFmpeg, so that no patient's picture is written to a temporary file. */
final class MemoryVideoInput implements AutoCloseable {
    private static final int BUFFER = 1 << 15;
    private static final int FROM_CURRENT = 1;
    private static final int FROM_END = 2;

    private final ByteSlice bytes;
    private final Read_packet_Pointer_BytePointer_int reader;
    private final Seek_Pointer_long_int seeker;
    private final AVIOContext context;
    private int at;

    @SuppressWarnings("NullAway") // FFmpeg takes null for "none"
    MemoryVideoInput(ByteSlice bytes) {
        this.bytes = bytes;
        reader = new Read_packet_Pointer_BytePointer_int() {
            @Override
            public int call(Pointer opaque, BytePointer into, int most) {
                return read(into, most);
            }
        };
        seeker = new Seek_Pointer_long_int() {
            @Override
            public long call(Pointer opaque, long offset, int whence) {
                return seek(offset, whence);
            }
        };
        context = avformat.avio_alloc_context(
                new BytePointer(avutil.av_malloc(BUFFER)), BUFFER, 0, null, reader, null, seeker);
    }

    AVIOContext context() {
        return context;
    }

    private int read(BytePointer into, int most) {
        int count = Math.min(most, bytes.length() - at);
        if (count <= 0) {
            return avutil.AVERROR_EOF();
        }
        into.put(bytes.array(), bytes.offset() + at, count);
        at += count;
        return count;
    }

    private long seek(long offset, int whence) {
        if ((whence & avformat.AVSEEK_SIZE) != 0) {
            return bytes.length();
        }
        long to = whence == FROM_END ? bytes.length() + offset : whence == FROM_CURRENT ? at + offset : offset;
        if (to < 0 || to > bytes.length()) {
            return -1;
        }
        at = (int) to;
        return to;
    }

    @Override
    public void close() {
        avutil.av_freep(new org.bytedeco.javacpp.PointerPointer<BytePointer>(1).put(context.buffer()));
        avformat.avio_context_free(context);
        reader.close();
        seeker.close();
    }
}
