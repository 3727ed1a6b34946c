package org.farfield.dicom.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.IntStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.codec.Transcoder;
import org.junit.jupiter.api.Test;

/** Pixels of more than 16 bits. */
class WidePictureTest {
    private static DataSet image(int bits, int columns) {
        return new DataSet()
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, 1)
                .set(Tag.COLUMNS, columns)
                .set(Tag.BITS_ALLOCATED, bits);
    }

    private static DataSet integers(boolean signed, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return image(32, values.length)
                .set(Tag.BITS_STORED, 32)
                .set(Tag.HIGH_BIT, 31)
                .set(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, bytes.array());
    }

    private static DataSet floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return image(32, values.length).setBytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, bytes.array());
    }

    private static DataSet doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return image(64, values.length).setBytes(Tag.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, bytes.array());
    }

    private static DicomFile file(DataSet d) {
        return DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static int[] levels(DataSet d, double... window) throws DicomException {
        PictureOptions options = new PictureOptions(window.length == 0 ? Optional.empty() : Optional.of(window), true);
        return IntStream.of(Picture.of(file(d), 0, options).argb())
                .map(argb -> argb & 0xFF)
                .toArray();
    }

    @Test
    void integersOf32BitsKeepTheirSignAndTheirSize() throws DicomException {
        DataSet unsigned = integers(false, 0, Integer.MAX_VALUE, -1);
        assertArrayEquals(
                new double[] {0, 2147483647.0, 4294967295.0},
                PixelFrames.of(file(unsigned)).decodeDecimals(0));
        assertArrayEquals(new int[] {0, 127, 255}, levels(unsigned));
        DataSet signed = integers(true, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        assertArrayEquals(
                new double[] {-2147483648.0, 0, 2147483647.0},
                PixelFrames.of(file(signed)).decodeDecimals(0));
        assertArrayEquals(new int[] {0, 128, 255}, levels(signed));
        assertArrayEquals(new int[] {0, 51, 255}, levels(integers(false, 0, 100, 1000), 250, 500));
        DataSet stored =
                integers(true, 0xABFFFFFF, 0x12000001).set(Tag.BITS_STORED, 24).set(Tag.HIGH_BIT, 23);
        assertArrayEquals(new double[] {-1, 1}, PixelFrames.of(file(stored)).decodeDecimals(0));
    }

    /** PS3.3 C.11.2.1.3.2: a window far narrower than 1, of the file or given. */
    @Test
    void floatingPointPixelsAreWindowedExactly() throws DicomException {
        assertArrayEquals(new int[] {0, 64, 128, 255}, levels(floats(0, 0.0005f, 0.001f, 0.002f)));
        assertArrayEquals(new int[] {0, 128, 255, 255}, levels(doubles(0, 0.0005, 0.001, 0.002), 0.0005, 0.001));
        DataSet d = doubles(-1, 0, 1)
                .set(Tag.WINDOW_CENTER, "0")
                .set(Tag.WINDOW_WIDTH, "0.5")
                .set(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT");
        assertArrayEquals(new int[] {0, 128, 255}, levels(d));
        assertArrayEquals(new double[] {0, 0.5}, Picture.window(d, PixelFrames.of(file(d)), 0));
        assertArrayEquals(new int[] {255, 127, 0}, levels(d.set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")));
    }

    @Test
    void whatIsNoNumberOrPaddingDoesNotStretchTheGreys() throws DicomException {
        DataSet d = floats(Float.NaN, -9999, 0, 5, 10, Float.POSITIVE_INFINITY).set(0x00280122, Vr.FL, -9999.0);
        assertArrayEquals(new int[] {0, 0, 0, 128, 255, 255}, levels(d));
        assertArrayEquals(new int[] {0, 0}, levels(floats(Float.NaN, Float.NaN)));
    }

    /** PS3.3 C.8.8.3: Pixel Data times Dose Grid Scaling is the dose. */
    @Test
    void aDoseIsInItsUnit() throws IOException {
        DicomFile dose = SharedData.read("sr-seg-rt-ecg/rtdose.dcm");
        PixelFrames frames = PixelFrames.of(dose);
        assertTrue(frames.isWide());
        assertEquals(15, frames.count());
        SliceAttributes slice = SliceAttributes.of(dose.dataSet(), 3);
        assertEquals(1e-6, slice.rescaleSlope());
        assertEquals("RELATIVE", slice.rescaleType());
        double[] stored = frames.decodeDecimals(3);
        double least = java.util.Arrays.stream(stored).min().orElseThrow() * 1e-6;
        double most = java.util.Arrays.stream(stored).max().orElseThrow() * 1e-6;
        assertTrue(most > least);
        double[] window = Picture.window(dose.dataSet(), frames, 3);
        assertEquals((least + most) / 2, window[0], 1e-12);
        assertEquals(most - least, window[1], 1e-12);
        int[] argb =
                Picture.of(dose.dataSet(), frames, 3, PictureOptions.DEFAULT).argb();
        for (int i = 0; i < argb.length; i++) {
            double level = (stored[i] * 1e-6 - least) / (most - least) * 255;
            assertEquals(level, argb[i] & 0xFF, 0.5001);
        }
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() throws DicomException {
        DataSet cut = floats(1, 2).setBytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, new byte[7]);
        assertRefused(DicomException.Reason.TRUNCATED, cut, "frame 1 ends at byte 8");
        assertRefused(DicomException.Reason.MALFORMED, floats(1).set(Tag.BITS_ALLOCATED, 16), "BitsAllocated");
        assertRefused(
                DicomException.Reason.UNSUPPORTED,
                integers(false, 1)
                        .set(Tag.BITS_ALLOCATED, 24)
                        .set(Tag.HIGH_BIT, 23)
                        .set(Tag.BITS_STORED, 24),
                "24 bits allocated");
        assertRefused(
                DicomException.Reason.UNSUPPORTED,
                integers(false, 1, 2, 3).set(Tag.COLUMNS, 1).set(Tag.SAMPLES_PER_PIXEL, 3),
                "3 samples of 32 bits");
        PixelFrames wide = PixelFrames.of(file(integers(false, 1)));
        DicomException volume = assertThrows(DicomException.class, () -> wide.decode(0));
        assertTrue(String.valueOf(volume.getMessage()).contains("do not fit into voxels of 16"));
        assertThrows(DicomException.class, () -> Transcoder.to(TransferSyntax.RLE_LOSSLESS, file(integers(false, 1))));
    }

    private static void assertRefused(DicomException.Reason reason, DataSet d, String words) {
        DicomException e = assertThrows(DicomException.class, () -> levels(d));
        assertEquals(reason, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    }
}
