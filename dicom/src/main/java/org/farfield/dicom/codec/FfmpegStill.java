package org.farfield.dicom.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.codec.jpeg2000.ImageSize;
import org.jspecify.annotations.Nullable;

/** High-Throughput JPEG 2000 decoded by FFmpeg. Any thread: each call has its own decoder. */
final class FfmpegStill {
    /** Where a tile-part states its length, and 0, which stands for "up to the end" (T.800 A.4.2). */
    private static final int TILE_PART_LENGTH = 6;

    private static final byte[] UNTIL_THE_END = new byte[4];

    private FfmpegStill() {}

    /** Decodes one codestream of T.814 to samples with the stream's own depth; signed ones in two's complement. */
    static void decodeHighThroughput(ByteSlice stream, ImageSize size, PixelFormat format, short[] out)
            throws DicomException {
        Ffmpeg.run("High-Throughput JPEG 2000", () -> {
            decode(stream, size, format, out);
            return true;
        });
    }

    @SuppressWarnings("NullAway") // FFmpeg takes null for "no options"
    private static void decode(ByteSlice stream, ImageSize size, PixelFormat format, short[] out)
            throws DicomException {
        int overlong = TileParts.overlong(stream, size.start());
        AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_JPEG2000);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            context.thread_count(1);
            context.max_pixels(2L * (format.rows() + 256) * (format.columns() + 256));
            context.err_recognition(avcodec.AV_EF_EXPLODE);
            require(avcodec.avcodec_open2(context, codec, (AVDictionary) null), "opens no decoder");
            require(avcodec.av_new_packet(packet, stream.length()), "has no memory");
            packet.data().put(stream.array(), stream.offset(), stream.length());
            if (overlong >= 0) {
                packet.data().position(overlong + TILE_PART_LENGTH).put(UNTIL_THE_END, 0, UNTIL_THE_END.length);
            }
            require(avcodec.avcodec_send_packet(context, packet), "does not decode the stream");
            require(avcodec.avcodec_receive_frame(context, frame), "does not decode the stream");
            if (frame.width() != format.columns() || frame.height() != format.rows()) {
                throw failed("gives " + frame.width() + " x " + frame.height());
            }
            unpack(frame, size, out);
        } finally {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }

    /** FFmpeg widens samples to the depth of one of its pixel formats and makes signed ones unsigned; undone here. */
    private static void unpack(AVFrame frame, ImageSize size, short[] out) throws DicomException {
        @Nullable AVPixFmtDescriptor layout = avutil.av_pix_fmt_desc_get(frame.format());
        int count = size.components();
        if (layout == null
                || layout.nb_components() != count
                || layout.log2_chroma_w() != 0
                || layout.log2_chroma_h() != 0
                || (layout.flags() & (avutil.AV_PIX_FMT_FLAG_PAL | avutil.AV_PIX_FMT_FLAG_BE)) != 0) {
            throw failed("gives the pixel format " + frame.format());
        }
        int offset = size.signed() ? 1 << (size.bits() - 1) : 0;
        for (int c = 0; c < count; c++) {
            AVComponentDescriptor component = layout.comp(c);
            int line = frame.linesize(component.plane());
            byte[] bytes = new byte[line];
            BytePointer plane = frame.data(component.plane());
            int shift = component.depth() - size.bits();
            if (shift < 0) {
                throw failed("gives " + component.depth() + " bits of " + size.bits());
            }
            for (int y = 0; y < size.rows(); y++) {
                plane.position((long) y * line).get(bytes);
                int to = y * size.columns() * count + c;
                int from = component.offset();
                for (int x = 0; x < size.columns(); x++, to += count, from += component.step()) {
                    int value = component.depth() > 8
                            ? (bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8
                            : bytes[from] & 0xFF;
                    out[to] = (short) ((value >> component.shift() >> shift) - offset);
                }
            }
        }
    }

    private static void require(int result, String what) throws DicomException {
        if (result < 0) {
            throw failed(what);
        }
    }

    private static DicomException failed(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "HTJ2K: the decoder " + what);
    }
}
