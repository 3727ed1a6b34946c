package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;

/** Deflated Image Frame Compression (PS3.5 A.4.12). */
class PlainFrameCodecTest {
    private static final TransferSyntax DEFLATED = TransferSyntax.of("1.2.840.10008.1.2.8.1");

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static short[] decode(byte[] frame, PixelFormat format) throws DicomException {
        short[] out = new short[format.samplesPerFrame()];
        FrameCodec.require(DEFLATED).decode(ByteSlice.of(frame), format, out);
        return out;
    }

    @Test
    void whatIsEncodedIsDecodedAndIsDeflatedIndeed() throws DicomException {
        PixelFormat format = PixelFormat.monochrome(64, 64, 12, true);
        short[] samples = new short[64 * 64];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % 100 - 50);
        }
        byte[] frame = FrameCodec.require(DEFLATED).encode(samples, format);
        assertTrue(frame.length < samples.length, frame.length + " bytes");
        assertArrayEquals(samples, decode(frame, format));
        assertArrayEquals(samples, decode(Arrays.copyOf(frame, frame.length + 1), format));
    }

    /** A frame of 64 MB for four pixels is inflated as far as the pixels go. */
    @Test
    void noMoreIsInflatedThanTheFrameHas() throws IOException {
        byte[] bomb = deflated(new byte[64 << 20]);
        PixelFormat format = PixelFormat.monochrome(2, 2, 8, false);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertArrayEquals(new short[4], decode(bomb, format));
        long cost = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(cost < 200_000, cost + " bytes");
    }

    @Test
    void aFrameThatIsCutOrTooShortIsRefused() throws IOException {
        PixelFormat format = PixelFormat.monochrome(64, 64, 8, false);
        byte[] good = deflated(new byte[64 * 64]);
        assertEquals(
                DicomException.Reason.MALFORMED,
                assertThrows(DicomException.class, () -> decode(Arrays.copyOf(good, good.length / 2), format))
                        .reason());
        byte[] few = deflated(new byte[100]);
        assertEquals(
                DicomException.Reason.TRUNCATED,
                assertThrows(DicomException.class, () -> decode(few, format)).reason());
    }

    /** 20,000 x 20,000 pixels in a few bytes are refused before memory is taken. */
    @Test
    void aClaimThatNoFrameCanHoldIsRefusedUnread() throws IOException {
        DataSet d = new DataSet()
                .set(Tag.ROWS, 20_000)
                .set(Tag.COLUMNS, 20_000)
                .set(Tag.BITS_ALLOCATED, 8)
                .put(new Element.Fragments(
                        Tag.PIXEL_DATA,
                        Vr.OB,
                        ByteSlice.EMPTY,
                        java.util.List.of(ByteSlice.of(deflated(new byte[100])))));
        PixelFrames frames = PixelFrames.of(DicomFile.of(d, DEFLATED));
        assertEquals(
                DicomException.Reason.TRUNCATED,
                assertThrows(DicomException.class, () -> frames.decode(0)).reason());
    }

    @Test
    void aRealSegmentationOfThreeFramesIsRead() throws IOException {
        PixelFrames frames = PixelFrames.of(SharedData.read("transfer-syntax/liver_deflate.dcm"));
        assertEquals(3, frames.count());
        for (int frame = 0; frame < 3; frame++) {
            int set = 0;
            for (short value : frames.decode(frame)) {
                assertTrue(value == 0 || value == 1);
                set += value;
            }
            assertTrue(set > 0, "frame " + frame + " is empty");
        }
    }
}
