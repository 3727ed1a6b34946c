package org.farfield.dicom.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonTest {
    @Test
    void eachKindOfValueHasItsForm() {
        DataSet d = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "GB18030")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=\u738b^\u5c0f\u4e1c")
                .setEmpty(Tag.PATIENT_ID)
                .set(Tag.PIXEL_SPACING, "+0.50", "1e-3")
                .set(Tag.ROWS, 512)
                .set(Tag.of("FrameIncrementPointer"), Vr.AT, 0x00181063)
                .setBytes(Tag.of("ICCProfile"), Vr.OB, new byte[] {1, 2, 3})
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "", "AXIAL");
        d.newItem(Tag.REFERENCED_STUDY_SEQUENCE).set(Tag.REFERENCED_SOP_INSTANCE_UID, "1.2.3");
        assertEquals(
                "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                        + "\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]},"
                        + "\"00081110\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}}]},"
                        + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Wang^XiaoDong\","
                        + "\"Ideographic\":\"\u738b^\u5c0f\u4e1c\"}]},"
                        + "\"00100020\":{\"vr\":\"LO\"},"
                        + "\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]},"
                        + "\"00280010\":{\"vr\":\"US\",\"Value\":[512]},"
                        + "\"00280030\":{\"vr\":\"DS\",\"Value\":[0.50,0.001]},"
                        + "\"00282000\":{\"vr\":\"OB\",\"InlineBinary\":\"AQIDAA==\"}}",
                DicomJson.toText(d));
    }

    @Test
    void integersThatADoubleCannotHoldAndDecimalsThatJsonCannotSayAreText() {
        DataSet d = new DataSet()
                .setBytes(0x00720082, Vr.SV, bytes(-5L))
                .setBytes(0x00720083, Vr.UV, bytes(-1L))
                .setBytes(0x00720074, Vr.FD, bytes(Double.doubleToLongBits(Double.NEGATIVE_INFINITY)));
        String text = DicomJson.toText(d);
        assertEquals(
                "{\"00720074\":{\"vr\":\"FD\",\"Value\":[\"-inf\"]},\"00720082\":{\"vr\":\"SV\",\"Value\":[-5]},"
                        + "\"00720083\":{\"vr\":\"UV\",\"Value\":[\"18446744073709551615\"]}}",
                text);
        assertEquals(text, DicomJson.toText(read(text)));
    }

    @Test
    void longBinaryValuesAreLeftOutAndCounted() throws IOException {
        DataSet d = new DataSet().set(Tag.ROWS, 1).setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[100]);
        StringBuilder text = new StringBuilder();
        assertEquals(1, DicomJson.write(d, text, 99));
        assertEquals("{\"00280010\":{\"vr\":\"US\",\"Value\":[1]}}", text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset", "sr-seg-rt-ecg", "overlay-lut", "enhanced", "cr-dx"})
    void whatIsReadBackSaysTheSame(String folder) throws IOException {
        for (Path path : SharedData.files(folder)) {
            if (!Part10.looksLikeDicom(path)) {
                continue;
            }
            String text = DicomJson.toText(Part10.read(path).dataSet());
            DataSet back = DicomJson.read(text);
            assertTrue(text.equals(DicomJson.toText(back)), path.toString());
            byte[] file = Part10.toBytes(DicomFile.of(back, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            assertTrue(text.equals(DicomJson.toText(Part10.read(file).dataSet())), path.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"0010\":{\"vr\":\"LO\"}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[1e999999999]}}",
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.5]}}",
                "{\"00280010\":{\"vr\":\"XX\"}}",
                "{\"00280010\":{\"vr\":\"US\"}",
                "{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"*\"}}"
            })
    void whatIsNoDataSetIsRefused(String text) {
        assertThrows(DicomException.class, () -> DicomJson.read(text));
    }

    @Test
    void deepTextIsRefused() {
        String deep = "{\"00081110\":{\"vr\":\"SQ\",\"Value\":[".repeat(5000);
        DicomException e = assertThrows(DicomException.class, () -> DicomJson.read(deep));
        assertEquals(DicomException.Reason.LIMIT, e.reason());
    }

    private static DataSet read(String text) {
        try {
            return DicomJson.read(text);
        } catch (DicomException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(long value) {
        return java.nio.ByteBuffer.allocate(8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
