package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.dicom.codec.Transcoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelEndTest {
    private static final int PIXEL_BYTES = SyntheticCt.COLUMNS * SyntheticCt.ROWS * 2;

    @TempDir
    Path folder;

    @Test
    void aWholeFileSaysWhereItsPixelsAre() throws Exception {
        Path file = write(new SyntheticCt().part10(3));
        Frame frame = onlyFrame();
        assertEquals(
                Files.size(file) - PIXEL_BYTES, frame.pixels().orElseThrow().offset());
        assertArrayEquals(SyntheticCt.voxels(3), decode(frame));
    }

    @Test
    void implicitRepresentationIsUnderstoodToo() throws Exception {
        write(Part10.toBytes(DicomFile.of(new SyntheticCt().dataSet(3), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)));
        Frame frame = onlyFrame();
        assertTrue(frame.pixels().isPresent());
        assertArrayEquals(SyntheticCt.voxels(3), decode(frame));
    }

    @Test
    void aFileThatLacksItsLastBytesIsNamedByTheScan() throws Exception {
        byte[] whole = new SyntheticCt().part10(0);
        Path file = write(Arrays.copyOf(whole, whole.length - 2));
        Problem problem = onlyProblem();
        assertEquals(file, problem.file());
        assertEquals(Problem.Kind.MALFORMED, problem.kind());
        assertTrue(problem.cause().contains("should have " + PIXEL_BYTES + " bytes"), problem.cause());
    }

    @Test
    void pixelDataThatIsTooShortByItsOwnWordIsNamedToo() throws Exception {
        SyntheticCt ct = new SyntheticCt().all(d -> d.setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[20]));
        write(ct.part10(0));
        assertEquals(
                "its pixel data has 20 of " + PIXEL_BYTES + " bytes",
                onlyProblem().cause());
    }

    @Test
    void anImageWithoutPixelDataIsNamed() throws Exception {
        write(new SyntheticCt().all(d -> d.remove(Tag.PIXEL_DATA)).part10(0));
        assertEquals("it has no (7FE0,0010) PixelData", onlyProblem().cause());
    }

    @Test
    void elementsAfterThePixelsAreNoProblem() throws Exception {
        SyntheticCt ct = new SyntheticCt().all(d -> d.setBytes(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[64]));
        write(ct.part10(2));
        assertEquals(List.of(), scan().problems().list());
        assertArrayEquals(SyntheticCt.voxels(2), decode(onlyFrame()));
    }

    @Test
    void aCompressedFileThatIsCutShortIsNamed() throws Exception {
        DicomFile plain = DicomFile.of(new SyntheticCt().dataSet(0), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] whole = Part10.toBytes(Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, plain));
        Path file = write(whole);
        assertEquals(List.of(), scan().problems().list());
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertEquals(Problem.Kind.MALFORMED, onlyProblem().kind());
    }

    @Test
    void bitsAboveThoseStoredAreNoPartOfTheValue() throws Exception {
        short[] words = {(short) 0xF001, 0x0FFF, (short) 0x8800, 0x07FF};
        for (int signed = 0; signed <= 1; signed++) {
            DataSet d = new SyntheticCt().dataSet(0);
            ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(words);
            d.set(Tag.ROWS, 2).set(Tag.COLUMNS, 2).set(Tag.BITS_STORED, 12).set(Tag.HIGH_BIT, 11);
            d.set(Tag.PIXEL_REPRESENTATION, signed).setBytes(Tag.PIXEL_DATA, Vr.OW, bytes.array());
            write(Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
            short[] expected = signed == 0 ? new short[] {1, 4095, 2048, 2047} : new short[] {1, -1, -2048, 2047};
            assertTrue(onlyFrame().pixels().isPresent());
            assertArrayEquals(expected, decode(onlyFrame()));
        }
    }

    @Test
    void aFileThatWasReplacedAfterTheScanIsReadAnew() throws Exception {
        write(new SyntheticCt().part10(1));
        Frame scanned = onlyFrame();
        write(new SyntheticCt()
                .all(d -> d.set(Tag.PATIENT_COMMENTS, "longer than before"))
                .part10(4));
        assertArrayEquals(SyntheticCt.voxels(4), decode(scanned));
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("slice.dcm"), bytes);
    }

    private ScanResult scan() throws InterruptedException {
        return new FolderScan(1).scan(List.of(folder), FolderScanListener.none());
    }

    private Frame onlyFrame() throws InterruptedException {
        Series series = scan().studies().getFirst().series().getFirst();
        return series.instances().getFirst().frames().getFirst();
    }

    private Problem onlyProblem() throws InterruptedException {
        List<Problem> problems = scan().problems().list();
        assertEquals(1, problems.size(), problems.toString());
        return problems.getFirst();
    }

    private static short[] decode(Frame frame) throws Exception {
        return new FrameDecoder().decode(frame, new FrameDecoder.ReadBuffer());
    }
}
