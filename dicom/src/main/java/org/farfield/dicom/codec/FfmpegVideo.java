package org.farfield.dicom.codec;

import java.lang.ref.Cleaner;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** One open video stream in memory, decoded frame by frame to RGB. One thread at a time. */
@SuppressWarnings("NullAway") // FFmpeg takes null for "none"
final class FfmpegVideo implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final long MOST_PIXELS = 1L << 26;

    private final Native open;
    private final Cleaner.Cleanable cleanable;
    private boolean drained;

    /** What must be given back. */
    private static final class Native implements Runnable {
        private final MemoryVideoInput input;
        private final AVFormatContext format = avformat.avformat_alloc_context();
        private final AVPacket packet = avcodec.av_packet_alloc();
        private final AVFrame frame = avutil.av_frame_alloc();
        private AVCodecContext decoder;
        private boolean opened;
        private int stream;

        Native(ByteSlice bytes) {
            input = new MemoryVideoInput(bytes);
        }

        @Override
        public void run() {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            if (decoder != null) {
                avcodec.avcodec_free_context(decoder);
            }
            if (opened) {
                avformat.avformat_close_input(format);
            }
            input.close();
        }
    }

    private FfmpegVideo(Native open) {
        this.open = open;
        this.cleanable = CLEANER.register(this, open);
    }

    static FfmpegVideo open(ByteSlice stream) throws DicomException {
        Native open = new Native(stream);
        FfmpegVideo video = new FfmpegVideo(open);
        try {
            open.format.pb(open.input.context());
            require(avformat.avformat_open_input(open.format, "video", null, (AVDictionary) null), "is none");
            open.opened = true;
            require(avformat.avformat_find_stream_info(open.format, (AVDictionary) null), "cannot be understood");
            open.stream =
                    avformat.av_find_best_stream(open.format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
            require(open.stream, "has no pictures");
            AVCodec codec = avcodec.avcodec_find_decoder(
                    open.format.streams(open.stream).codecpar().codec_id());
            if (codec == null) {
                throw new DicomException(DicomException.Reason.UNSUPPORTED, "the video has no decoder here");
            }
            open.decoder = avcodec.avcodec_alloc_context3(codec);
            open.decoder.max_pixels(MOST_PIXELS);
            avcodec.avcodec_parameters_to_context(
                    open.decoder, open.format.streams(open.stream).codecpar());
            require(avcodec.avcodec_open2(open.decoder, codec, (AVDictionary) null), "cannot be decoded");
            return video;
        } catch (DicomException e) {
            video.close();
            throw e;
        }
    }

    /** Decodes the next frame; false after the last one. */
    boolean read() throws DicomException {
        while (true) {
            int result = avcodec.avcodec_receive_frame(open.decoder, open.frame);
            if (result >= 0) {
                return true;
            }
            if (result == avutil.AVERROR_EOF() || drained) {
                return false;
            }
            if (result != avutil.AVERROR_EAGAIN()) {
                throw failed("is damaged");
            }
            feed();
        }
    }

    private void feed() throws DicomException {
        while (avformat.av_read_frame(open.format, open.packet) >= 0) {
            boolean ours = open.packet.stream_index() == open.stream;
            int sent = ours ? avcodec.avcodec_send_packet(open.decoder, open.packet) : 0;
            avcodec.av_packet_unref(open.packet);
            require(sent, "is damaged");
            if (ours) {
                return;
            }
        }
        if (avcodec.avcodec_send_packet(open.decoder, (AVPacket) null) < 0) {
            drained = true;
        }
    }

    /** The frame read last as RGB with the format's bits. */
    void take(PixelFormat format, short[] out) throws DicomException {
        int columns = format.columns();
        int rows = format.rows();
        boolean wide = format.bitsAllocated() > 8;
        if (open.frame.width() != columns || open.frame.height() != rows || format.samples() != 3) {
            throw failed("has frames of " + open.frame.width() + " x " + open.frame.height() + " where " + columns
                    + " x " + rows + " in colour is declared");
        }
        int target = wide ? avutil.AV_PIX_FMT_RGB48LE : avutil.AV_PIX_FMT_RGB24;
        int line = columns * (wide ? 6 : 3);
        SwsContext scaler = swscale.sws_getContext(
                columns,
                rows,
                open.frame.format(),
                columns,
                rows,
                target,
                swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null) {
            throw failed("has a pixel format that is not known");
        }
        try (BytePointer pixels = new BytePointer((long) line * rows + 64);
                PointerPointer<BytePointer> planes = new PointerPointer<>(pixels, null, null, null);
                IntPointer lines = new IntPointer(line, 0, 0, 0)) {
            IntPointer matrix = swscale.sws_getCoefficients(open.frame.colorspace());
            int full = open.frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
            swscale.sws_setColorspaceDetails(scaler, matrix, full, matrix, 1, 0, 1 << 16, 1 << 16);
            swscale.sws_scale(scaler, open.frame.data(), open.frame.linesize(), 0, rows, planes, lines);
            byte[] bytes = new byte[line * rows];
            pixels.position(0).get(bytes);
            int shift = 16 - format.bitsStored();
            for (int i = 0; i < format.samplesPerFrame(); i++) {
                out[i] = wide
                        ? (short) (((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8) >> shift)
                        : (short) (bytes[i] & 0xFF);
            }
        } finally {
            swscale.sws_freeContext(scaler);
        }
    }

    @Override
    public void close() {
        cleanable.clean();
    }

    private static void require(int result, String what) throws DicomException {
        if (result < 0) {
            throw failed(what);
        }
    }

    private static DicomException failed(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "the video stream " + what);
    }
}
