package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Video made here of frames of one grey each, by FFmpeg's own encoders, is read frame by frame. */
class VideoFramesTest {
    private static final int FRAMES = 8;

    @ParameterizedTest
    @CsvSource({"mpeg2video, 1.2.840.10008.1.2.4.100", "libopenh264, 1.2.840.10008.1.2.4.102"})
    void framesAreFoundInAnyOrder(String encoder, String syntax) throws DicomException {
        PixelFrames frames = PixelFrames.of(file(encode(encoder), syntax, FRAMES));
        assertEquals("RGB", frames.format().photometric());
        for (int frame : new int[] {0, 1, 5, 7, 2, 2, 0}) {
            short[] pixels = frames.decode(frame);
            double expected = (luma(frame) - 16) * 255 / 219.0;
            for (int i = 0; i < pixels.length; i += 97) {
                assertEquals(expected, pixels[i], 4, "frame " + frame);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"mpeg2video, 1.2.840.10008.1.2.4.100"})
    void aVideoWithFewerFramesThanStatedIsRefusedWhereItEnds(String encoder, String syntax) throws DicomException {
        PixelFrames frames = PixelFrames.of(file(encode(encoder), syntax, FRAMES + 3));
        frames.decode(FRAMES - 1);
        DicomException refused = assertThrows(DicomException.class, () -> frames.decode(FRAMES + 1));
        assertEquals(DicomException.Reason.TRUNCATED, refused.reason());
        assertThrows(
                DicomException.class,
                () -> PixelFrames.of(file(new byte[1000], syntax, 1)).decode(0));
    }

    private static int luma(int frame) {
        return 40 + 20 * frame;
    }

    private static DicomFile file(byte[] video, String syntax, int frames) {
        DataSet d = new DataSet()
                .set(Tag.SAMPLES_PER_PIXEL, 3)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_PARTIAL_420")
                .set(Tag.NUMBER_OF_FRAMES, frames)
                .set(Tag.ROWS, 48)
                .set(Tag.COLUMNS, 64)
                .set(Tag.BITS_ALLOCATED, 8)
                .set(Tag.BITS_STORED, 8)
                .set(Tag.HIGH_BIT, 7)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .put(new Element.Fragments(Tag.PIXEL_DATA, Vr.OB, ByteSlice.EMPTY, List.of(ByteSlice.of(video))));
        return DicomFile.of(d, TransferSyntax.of(syntax));
    }

    private static byte[] encode(String name) throws DicomException {
        return Ffmpeg.run("Video", () -> {
            AVCodec codec = avcodec.avcodec_find_encoder_by_name(name);
            Assumptions.assumeTrue(codec != null && !codec.isNull(), () -> "no encoder " + name);
            AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
            context.width(64).height(48).pix_fmt(avutil.AV_PIX_FMT_YUV420P).bit_rate(2_000_000);
            context.time_base(new AVRational().num(1).den(25)).gop_size(4);
            context.framerate(new AVRational().num(25).den(1));
            assertTrue(avcodec.avcodec_open2(context, codec, (AVDictionary) null) >= 0);
            AVFrame frame = avutil.av_frame_alloc();
            frame.format(avutil.AV_PIX_FMT_YUV420P).width(64).height(48);
            assertTrue(avutil.av_frame_get_buffer(frame, 0) >= 0);
            AVPacket packet = avcodec.av_packet_alloc();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = 0; i <= FRAMES; i++) {
                if (i < FRAMES) {
                    avutil.av_frame_make_writable(frame);
                    fill(frame, 0, luma(i), 48);
                    fill(frame, 1, 128, 24);
                    fill(frame, 2, 128, 24);
                    frame.pts(i);
                }
                avcodec.avcodec_send_frame(context, i < FRAMES ? frame : null);
                while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
                    byte[] bytes = new byte[packet.size()];
                    packet.data().get(bytes);
                    out.writeBytes(bytes);
                    avcodec.av_packet_unref(packet);
                }
            }
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
            return out.toByteArray();
        });
    }

    private static void fill(AVFrame frame, int plane, int value, int rows) {
        byte[] line = new byte[frame.linesize(plane)];
        java.util.Arrays.fill(line, (byte) value);
        for (int y = 0; y < rows; y++) {
            frame.data(plane).position((long) y * line.length).put(line, 0, line.length);
        }
        frame.data(plane).position(0);
    }
}
