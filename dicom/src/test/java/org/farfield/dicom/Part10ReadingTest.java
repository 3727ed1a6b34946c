package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10ReadingTest {
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final String IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final String BIG_ENDIAN = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.uid();

    @Test
    void explicitLittleEndianIsRead() throws DicomException {
        DicomFile file = Part10.read(DicomBytes.file(EXPLICIT)
                .explicit(Tag.MODALITY, "CS", "CT")
                .explicit(Tag.ROWS, "US", 2)
                .n16(512)
                .explicit(Tag.PIXEL_SPACING, "DS", "0.5\\0.25 ")
                .toArray());
        assertEquals(List.of(), file.notes());
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file.transferSyntax());
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertEquals(512, file.dataSet().integer(Tag.ROWS).orElseThrow());
        assertArrayEquals(new double[] {0.5, 0.25}, file.dataSet().decimals(Tag.PIXEL_SPACING));
    }

    @Test
    void implicitElementsTakeTheirRepresentationFromTheDictionary() throws DicomException {
        DataSet dataSet = Part10.read(DicomBytes.file(IMPLICIT)
                        .implicit(Tag.MODALITY, "CT")
                        .implicit(0x00090010, "ACME")
                        .implicit(0x00091001, "?!")
                        .implicit(Tag.PIXEL_REPRESENTATION, 2)
                        .n16(1)
                        .implicit(Tag.PIXEL_PADDING_VALUE, 2)
                        .n16(-2000)
                        .toArray())
                .dataSet();
        assertEquals(Vr.CS, dataSet.element(Tag.MODALITY).orElseThrow().vr());
        assertEquals(Vr.LO, dataSet.element(0x00090010).orElseThrow().vr());
        assertEquals(Vr.UN, dataSet.element(0x00091001).orElseThrow().vr());
        assertEquals(
                Vr.SS, dataSet.element(Tag.PIXEL_PADDING_VALUE).orElseThrow().vr());
        assertEquals(-2000, dataSet.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
    }

    @Test
    void bigEndianNumbersAreTurnedRound() throws DicomException {
        DicomBytes data = new DicomBytes(true)
                .explicit(Tag.ROWS, "US", 2)
                .n16(512)
                .explicit(Tag.KVP, "DS", "120 ")
                .explicit(0x00189087, "FD", 8)
                .raw((byte) 0x3F, (byte) 0xE0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0)
                .explicit(0x00280009, "AT", 4)
                .tag(Tag.FRAME_TIME)
                .explicit(Tag.PIXEL_DATA, "OW", 4)
                .n16(0x0102)
                .n16(0xFF00);
        DataSet dataSet = Part10.read(
                        DicomBytes.file(BIG_ENDIAN).raw(data.toArray()).toArray())
                .dataSet();
        assertEquals(512, dataSet.integer(Tag.ROWS).orElseThrow());
        assertEquals(120, dataSet.decimal(Tag.KVP).orElseThrow());
        assertEquals(0.5, dataSet.decimal(0x00189087).orElseThrow());
        assertEquals("00181063", dataSet.string(0x00280009).orElseThrow());
        assertArrayEquals(
                new byte[] {0x02, 0x01, 0x00, (byte) 0xFF},
                dataSet.bytes(Tag.PIXEL_DATA).toArray());
    }

    @Test
    void aFileWithoutPreambleIsReadWithANote() throws DicomException {
        DicomFile explicit = Part10.read(
                new DicomBytes(false).explicit(Tag.MODALITY, "CS", "MR").toArray());
        DicomFile implicit =
                Part10.read(new DicomBytes(false).implicit(Tag.MODALITY, "MR").toArray());
        DicomFile bigEndian = Part10.read(
                new DicomBytes(true).explicit(Tag.MODALITY, "CS", "MR").toArray());
        for (DicomFile file : List.of(explicit, implicit, bigEndian)) {
            assertEquals("MR", file.dataSet().string(Tag.MODALITY).orElseThrow());
            assertEquals(List.of("no preamble", "no file meta information"), file.notes());
        }
        assertEquals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, implicit.transferSyntax());
        assertEquals(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, bigEndian.transferSyntax());
    }

    @Test
    void aDataSetWrittenOtherwiseThanDeclaredIsReadAsItIs() throws DicomException {
        DicomFile file = Part10.read(
                DicomBytes.file(EXPLICIT).implicit(Tag.MODALITY, "CT").toArray());
        assertEquals("CT", file.dataSet().string(Tag.MODALITY).orElseThrow());
        assertEquals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, file.transferSyntax());
        assertEquals(
                List.of("declared as Explicit VR Little Endian but written as Implicit VR Little Endian"),
                file.notes());
    }

    @Test
    void whatIsNotDicomIsRefusedAsSuch(@TempDir Path folder) throws IOException {
        List<byte[]> others = List.of(
                new byte[0],
                new byte[200],
                "GIF89a........................".getBytes(StandardCharsets.US_ASCII),
                "# A text file about DICOM\nwith several lines".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        for (byte[] other : others) {
            Path path = folder.resolve("other");
            Files.write(path, other);
            DicomException refused = assertThrows(DicomException.class, () -> Part10.read(path));
            assertEquals(DicomException.Reason.NOT_DICOM, refused.reason());
            assertEquals(path + ": not a DICOM file", refused.getMessage());
            assertFalse(Part10.looksLikeDicom(path));
        }
    }

    @Test
    void aMetaInformationWithNothingAfterItIsRefused() {
        DicomException refused = assertThrows(
                DicomException.class,
                () -> Part10.read(DicomBytes.file(EXPLICIT).toArray()));
        assertEquals(DicomException.Reason.MALFORMED, refused.reason());
    }

    @Test
    void theHeaderStopsBeforePixelDataAndKeepsNoMoreMemoryThanItself() throws IOException {
        byte[] bytes = DicomBytes.file(EXPLICIT)
                .explicit(Tag.MODALITY, "CS", "CT")
                .explicit(Tag.PIXEL_DATA, "OW", 1 << 20)
                .raw(new byte[1 << 20])
                .toArray();
        DicomFile header = Part10.read(new ByteArrayInputStream(bytes), ReadOptions.HEADER);
        assertEquals(1, header.dataSet().size());
        assertTrue(header.dataSet().bytes(Tag.MODALITY).array().length < 1000);
        assertEquals(List.of(), header.notes());
    }

    @Test
    void pixelDataIsASliceOfTheFile() throws DicomException {
        byte[] bytes = DicomBytes.file(EXPLICIT)
                .explicit(Tag.PIXEL_DATA, "OW", 4)
                .raw(new byte[] {1, 2, 3, 4})
                .toArray();
        assertSame(bytes, Part10.read(bytes).dataSet().bytes(Tag.PIXEL_DATA).array());
    }

    @Test
    void aFileBeyondTheSizeLimitIsRefused(@TempDir Path folder) throws IOException {
        byte[] bytes = DicomBytes.file(EXPLICIT)
                .explicit(Tag.PIXEL_DATA, "OW", 100_000)
                .raw(new byte[100_000])
                .toArray();
        ReadOptions small = ReadOptions.ALL.withMaxBytes(50_000);
        Path path = Files.write(folder.resolve("large.dcm"), bytes);
        assertEquals(
                DicomException.Reason.LIMIT,
                assertThrows(DicomException.class, () -> Part10.read(path, small))
                        .reason());
        assertEquals(
                DicomException.Reason.LIMIT,
                assertThrows(DicomException.class, () -> Part10.read(new ByteArrayInputStream(bytes), small))
                        .reason());
    }

    @Test
    void aDeflatedDataSetThatInflatesBeyondTheLimitIsRefused() throws DicomException {
        DataSet zeros = new DataSet().setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[10 << 20]);
        byte[] bytes = Part10.toBytes(DicomFile.of(zeros, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
        assertTrue(bytes.length < 20_000);
        DicomException refused =
                assertThrows(DicomException.class, () -> Part10.read(bytes, ReadOptions.ALL.withMaxBytes(1 << 20)));
        assertEquals(DicomException.Reason.LIMIT, refused.reason());
    }

    @Test
    void aDeflatedDataSetThatBreaksOffKeepsItsFirstElements() throws DicomException {
        DataSet dataSet = new DataSet().set(Tag.MODALITY, "CT").setBytes(Tag.PIXEL_DATA, Vr.OW, noise(50_000));
        byte[] bytes = Part10.toBytes(DicomFile.of(dataSet, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
        DicomFile cut = Part10.read(java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals("CT", cut.dataSet().string(Tag.MODALITY).orElseThrow());
        assertTrue(cut.notes().stream().anyMatch(note -> note.contains("damaged")));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }
}
