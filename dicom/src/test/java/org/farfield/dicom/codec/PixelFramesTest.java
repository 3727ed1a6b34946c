package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.CtInstance;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.UnsupportedTransferSyntaxException;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFramesTest {
    @Test
    void signedValuesOfTwelveBitsAreSignExtended() throws DicomException {
        DataSet dataSet = image(1, 3, 16, 12, 11, 1).setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {
            (byte) 0xFF, 0x0F, (byte) 0x00, (byte) 0x08, (byte) 0xFF, 0x07
        });
        assertArrayEquals(new short[] {-1, -2048, 2047}, uncompressed(dataSet).decode(0));
    }

    @Test
    void bitsOutsideTheStoredOnesAreTakenAway() throws DicomException {
        DataSet dataSet = image(1, 2, 16, 12, 15, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {(byte) 0x0F, 0x12, (byte) 0xFF, (byte) 0xFF});
        assertArrayEquals(new short[] {0x120, 0xFFF}, uncompressed(dataSet).decode(0));
    }

    @Test
    void unsignedSixteenBitValuesKeepTheirBits() throws DicomException {
        DataSet dataSet =
                image(1, 1, 16, 16, 15, 0).setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {(byte) 0x00, (byte) 0x80});
        assertEquals(32768, uncompressed(dataSet).decode(0)[0] & 0xFFFF);
    }

    @Test
    void framesOfSingleBitsFollowWithoutPadding() throws DicomException {
        DataSet dataSet = image(1, 3, 1, 1, 0, 0)
                .set(Tag.NUMBER_OF_FRAMES, 3)
                .setBytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {(byte) 0b10_110_101, 1});
        PixelFrames frames = uncompressed(dataSet);
        assertArrayEquals(new short[] {1, 0, 1}, frames.decode(0));
        assertArrayEquals(new short[] {0, 1, 1}, frames.decode(1));
        assertArrayEquals(new short[] {0, 1, 1}, frames.decode(2));
    }

    @Test
    void colourByPlaneComesOutByPixel() throws DicomException {
        DataSet dataSet = image(1, 2, 8, 8, 7, 0)
                .set(Tag.SAMPLES_PER_PIXEL, 3)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                .set(Tag.PLANAR_CONFIGURATION, 1)
                .setBytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {1, 2, 3, 4, 5, 6});
        assertArrayEquals(new short[] {1, 3, 5, 2, 4, 6}, uncompressed(dataSet).decode(0));
    }

    @Test
    void aFrameThatIsNotThereIsRefusedTheOthersAreGood() throws DicomException {
        DataSet dataSet = image(1, 2, 16, 16, 15, 0)
                .set(Tag.NUMBER_OF_FRAMES, 2)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 0, 2, 0, 3, 0});
        PixelFrames frames = uncompressed(dataSet);
        assertArrayEquals(new short[] {1, 2}, frames.decode(0));
        DicomException refused = assertThrows(DicomException.class, () -> frames.decode(1));
        assertEquals(DicomException.Reason.TRUNCATED, refused.reason());
    }

    /** JPEG XL and a retired lossy process. */
    @ParameterizedTest
    @ValueSource(strings = {"4.110", "4.111", "4.112", "4.52"})
    void aTransferSyntaxWithoutDecoderIsNamed(String end) {
        TransferSyntax syntax = TransferSyntax.of("1.2.840.10008.1.2." + end);
        assertTrue(syntax.isKnown());
        DicomFile file = fragments(1, syntax, ByteSlice.EMPTY, List.of(ByteSlice.of(new byte[10])));
        UnsupportedTransferSyntaxException refused =
                assertThrows(UnsupportedTransferSyntaxException.class, () -> PixelFrames.of(file));
        assertEquals(syntax.uid(), refused.uid());
        assertTrue(String.valueOf(refused.getMessage()).contains(syntax.uid())
                && String.valueOf(refused.getMessage()).contains(syntax.name()));
        assertEquals(syntax.uid(), ((UnsupportedTransferSyntaxException) refused.in("x.dcm")).uid());
    }

    @Test
    void wrongDescriptionsAreRefusedWithTheElementsName() {
        assertRefused(image(0, 1, 16, 16, 15, 0), "Rows");
        assertRefused(image(1, 1, 12, 12, 11, 0), "BitsAllocated");
        assertRefused(image(1, 1, 16, 17, 15, 0), "BitsStored");
        assertRefused(image(1, 1, 16, 12, 10, 0), "HighBit");
        assertRefused(image(1, 1, 16, 16, 15, 2), "PixelRepresentation");
        assertRefused(image(1, 1, 16, 16, 15, 0).set(Tag.NUMBER_OF_FRAMES, Vr.IS, "1A"), "NumberOfFrames");
        assertRefused(image(1, 1, 16, 16, 15, 0).remove(Tag.COLUMNS), "Columns");
        assertRefused(image(65535, 65535, 16, 16, 15, 0), "too large");
    }

    @Test
    void fragmentsAreDividedByTheBasicOffsetTable() throws DicomException {
        byte[] first = rle(3);
        byte[] second = rle(9);
        int half = 64;
        List<ByteSlice> parts = List.of(
                ByteSlice.of(first, 0, half), ByteSlice.of(first, half, first.length - half), ByteSlice.of(second));
        int offset = 8 + half + 8 + first.length - half;
        ByteSlice table = new DataSet().set(0x00080001, Vr.UL, 0, offset).bytes(0x00080001);
        assertFrames(fragments(2, TransferSyntax.RLE_LOSSLESS, table, parts));
        DicomFile extended = fragments(2, TransferSyntax.RLE_LOSSLESS, ByteSlice.EMPTY, parts);
        extended.dataSet().set(Tag.EXTENDED_OFFSET_TABLE, Vr.UV, 0, offset);
        assertFrames(extended);
    }

    @Test
    void fragmentsOfJpegAreDividedByTheirFirstMarker() throws DicomException {
        byte[] first = JpegLs.encode(new short[] {3, 3, 3, 4}, 2, 2, 8, false);
        byte[] second = JpegLs.encode(new short[] {9, 9, 9, 4}, 2, 2, 8, false);
        List<ByteSlice> parts =
                List.of(ByteSlice.of(first, 0, 20), ByteSlice.of(first, 20, first.length - 20), ByteSlice.of(second));
        assertFrames(fragments(2, TransferSyntax.JPEG_LS_LOSSLESS, ByteSlice.EMPTY, parts));
    }

    @Test
    void fragmentsThatNothingDividesAreRefused() {
        List<ByteSlice> parts = List.of(ByteSlice.of(rle(1)), ByteSlice.of(rle(2)), ByteSlice.of(rle(3)));
        assertEquals(
                DicomException.Reason.MALFORMED,
                assertThrows(
                                DicomException.class,
                                () -> PixelFrames.of(fragments(2, TransferSyntax.RLE_LOSSLESS, ByteSlice.EMPTY, parts)))
                        .reason());
    }

    @Test
    void aSmallFrameThatClaimsToBeHugeIsRefusedBeforeMemoryIsSpent() throws DicomException {
        DataSet huge = image(20_000, 20_000, 8, 8, 7, 0)
                .put(new Element.Fragments(
                        Tag.PIXEL_DATA, Vr.OB, ByteSlice.EMPTY, List.of(ByteSlice.of(new byte[2000]))));
        for (String uid : List.of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70")) {
            PixelFrames frames = PixelFrames.of(DicomFile.of(huge, TransferSyntax.of(uid)));
            DicomException refused = assertThrows(DicomException.class, () -> frames.decode(0));
            assertEquals(DicomException.Reason.TRUNCATED, refused.reason());
        }
    }

    @Test
    void transcodingKeepsEveryStoredValue() throws DicomException {
        DicomFile plain = DicomFile.of(CtInstance.create(40, 30), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile jpegLs = Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, plain);
        DicomFile rle = Transcoder.to(TransferSyntax.RLE_LOSSLESS, jpegLs);
        DicomFile back = Transcoder.to(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, rle);
        assertArrayEquals(
                PixelFrames.of(plain).decode(0), PixelFrames.of(jpegLs).decode(0));
        assertEquals(plain.dataSet(), back.dataSet());
        assertEquals(DicomFile.of(plain.dataSet(), plain.transferSyntax()).meta(), plain.meta());
    }

    private static void assertFrames(DicomFile file) throws DicomException {
        PixelFrames frames = PixelFrames.of(file);
        assertArrayEquals(new short[] {3, 3, 3, 4}, frames.decode(0));
        assertArrayEquals(new short[] {9, 9, 9, 4}, frames.decode(1));
    }

    private static void assertRefused(DataSet dataSet, String part) {
        dataSet.setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[2]);
        DicomException refused = assertThrows(DicomException.class, () -> uncompressed(dataSet));
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
    }

    private static byte[] rle(int value) {
        byte[] frame = new byte[70];
        frame[0] = 1;
        frame[4] = 64;
        byte v = (byte) value;
        System.arraycopy(new byte[] {-2, v, 0, 4}, 0, frame, 64, 4);
        return frame;
    }

    private static PixelFrames uncompressed(DataSet dataSet) throws DicomException {
        return PixelFrames.of(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static DicomFile fragments(int frames, TransferSyntax syntax, ByteSlice table, List<ByteSlice> fragments) {
        DataSet dataSet = image(2, 2, 8, 8, 7, 0).set(Tag.NUMBER_OF_FRAMES, frames);
        dataSet.put(new Element.Fragments(Tag.PIXEL_DATA, Vr.OB, table, fragments));
        return DicomFile.of(dataSet, syntax);
    }

    private static DataSet image(int rows, int columns, int allocated, int stored, int highBit, int representation) {
        return new DataSet()
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, rows)
                .set(Tag.COLUMNS, columns)
                .set(Tag.BITS_ALLOCATED, allocated)
                .set(Tag.BITS_STORED, stored)
                .set(Tag.HIGH_BIT, highBit)
                .set(Tag.PIXEL_REPRESENTATION, representation);
    }
}
