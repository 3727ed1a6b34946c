package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.dicom.codec.Transcoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Part10WritingTest {
    static List<TransferSyntax> written() {
        return List.of(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.RLE_LOSSLESS,
                TransferSyntax.JPEG_LS_LOSSLESS);
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatIsWrittenComesBack(TransferSyntax syntax) throws DicomException {
        DicomFile file = DicomFile.of(ctWithSequence(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        DicomFile back = Part10.read(Part10.toBytes(Transcoder.to(syntax, file)));
        assertEquals(List.of(), back.notes());
        assertEquals(syntax, back.transferSyntax());
        assertEquals(syntax.uid(), back.meta().string(Tag.TRANSFER_SYNTAX_UID).orElseThrow());
        assertArrayEquals(PixelFrames.of(file).decode(0), PixelFrames.of(back).decode(0));
        DataSet plain =
                Transcoder.to(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, back).dataSet();
        assertEquals(file.dataSet(), plain);
    }

    @ParameterizedTest
    @MethodSource("written")
    void dcmtkReadsWhatIsWritten(TransferSyntax syntax, @TempDir Path folder) throws Exception {
        Path path = folder.resolve("ct.dcm");
        DicomFile file = DicomFile.of(ctWithSequence(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Part10.write(Transcoder.to(syntax, file), path);
        ForeignTool.Outcome dump = ForeignTool.run("dcmdump", "+P", "0010,0010", "+P", "0040,A043", path.toString());
        assertEquals(0, dump.status(), dump.output());
        assertFalse(dump.output().contains("W:"), dump.output());
        assertTrue(dump.output().contains("Wang^XiaoDong="), dump.output());
        assertTrue(dump.output().contains("#=2"), dump.output());
    }

    /** All but the deflated one, which that validator does not inflate. */
    static List<TransferSyntax> validated() {
        return written().stream().filter(syntax -> !syntax.deflated()).toList();
    }

    @ParameterizedTest
    @MethodSource("validated")
    void theValidatorOfDicom3toolsFindsNoError(TransferSyntax syntax, @TempDir Path folder) throws Exception {
        Path path = folder.resolve("ct.dcm");
        DicomFile file = DicomFile.of(CtInstance.create(64, 48), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Part10.write(Transcoder.to(syntax, file), path);
        ForeignTool.Outcome checked = ForeignTool.run("dciodvfy", path.toString());
        assertEquals(0, checked.status(), checked.output());
        assertFalse(checked.output().contains("Error"), checked.output());
        assertTrue(checked.output().contains("CTImage"), checked.output());
    }

    @Test
    void theGroupLengthCountsTheMetaInformation() throws DicomException {
        byte[] bytes = Part10.toBytes(
                DicomFile.of(new DataSet().set(Tag.MODALITY, "CT"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        int dataSet = 144 + length;
        assertArrayEquals(new byte[] {8, 0, 0x60, 0}, Arrays.copyOfRange(bytes, dataSet, dataSet + 4));
    }

    @Test
    void aValueTooLongForItsRepresentationIsWrittenAsUn() throws DicomException {
        double[] many = new double[10_000];
        Arrays.fill(many, 1234.5678);
        DataSet dataSet = new DataSet().set(Tag.IMAGE_POSITION_PATIENT, many);
        DicomFile back = Part10.read(Part10.toBytes(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        assertArrayEquals(many, back.dataSet().decimals(Tag.IMAGE_POSITION_PATIENT));
    }

    @Test
    void bigEndianIsNotWritten() {
        DicomFile file = DicomFile.of(new DataSet().set(Tag.MODALITY, "CT"), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        assertEquals(
                DicomException.Reason.UNSUPPORTED,
                assertThrows(DicomException.class, () -> Part10.toBytes(file)).reason());
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("kept.dcm"), "old");
        DicomFile file = DicomFile.of(new DataSet().set(Tag.MODALITY, "CT"), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        assertThrows(DicomException.class, () -> Part10.write(file, path));
        assertEquals("old", Files.readString(path));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    private static DataSet ctWithSequence() {
        DataSet dataSet = CtInstance.create(64, 48).setSequence(Tag.CONTENT_SEQUENCE);
        DataSet concept = dataSet.newItem(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                .set(Tag.CODE_VALUE, "113961")
                .set(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
                .set(Tag.CODE_MEANING, "重建");
        return dataSet.addItem(Tag.CONCEPT_NAME_CODE_SEQUENCE, concept.copy());
    }
}
