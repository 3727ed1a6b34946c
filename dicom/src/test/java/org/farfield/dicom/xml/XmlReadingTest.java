package org.farfield.dicom.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.dicom.model.BulkDataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReadingTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private static String written(DataSet dataSet) throws IOException {
        StringBuilder out = new StringBuilder();
        DicomXml.write(dataSet, out, Integer.MAX_VALUE);
        return out.toString();
    }

    private static DataSet read(String text, ReadOptions limits) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DicomXml.read(new ByteArrayInputStream(bytes), BulkDataSource.NONE, limits);
    }

    private static DataSet read(String text) throws IOException {
        return read(text, ReadOptions.ALL);
    }

    private static String model(String content) {
        return HEAD + "<NativeDicomModel>" + content + "</NativeDicomModel>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset", "sr-seg-rt-ecg", "overlay-lut", "enhanced", "mr-brain-oblique-20"})
    void whatIsReadBackSaysTheSame(String folder) throws IOException {
        int compared = 0;
        for (Path path : SharedData.files(folder)) {
            if (!Part10.looksLikeDicom(path)) {
                continue;
            }
            DataSet original = Part10.read(path).dataSet();
            String text = written(original);
            DataSet back = read(text);
            assertTrue(text.equals(written(back)), path.toString());
            byte[] file = Part10.toBytes(DicomFile.of(back, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            assertTrue(text.equals(written(Part10.read(file).dataSet())), path.toString());
            compared++;
        }
        assertTrue(compared > 2, compared + " files compared");
    }

    @Test
    void whatDcmtkWritesIsRead(@TempDir Path folder) throws Exception {
        Path path = SharedData.path("sr-seg-rt-ecg/reportsi.dcm");
        Path xml = folder.resolve("report.xml");
        ForeignTool.Outcome theirs =
                ForeignTool.run("dcm2xml", "-nat", "+Ca", "latin-1", path.toString(), xml.toString());
        Assumptions.assumeTrue(theirs.status() == 0, "dcm2xml does not write this model here");
        DataSet expected = Part10.read(path).dataSet();
        DataSet read;
        try (var in = java.nio.file.Files.newInputStream(xml)) {
            read = DicomXml.read(in, BulkDataSource.NONE, ReadOptions.ALL);
        }
        assertEquals(written(expected), written(read));
    }

    @Test
    void eachKindOfValueIsRead() throws IOException {
        DataSet d = read(model("""
                <DicomAttribute tag="00080008" vr="CS"><Value number="1">ORIGINAL</Value>
                  <Value number="3">AXIAL</Value></DicomAttribute>
                <DicomAttribute tag="00081110" vr="SQ"><Item number="1">
                  <DicomAttribute tag="00081155" vr="UI"><Value number="1">1.2.3</Value></DicomAttribute></Item></DicomAttribute>
                <DicomAttribute tag="00100010" vr="PN"><PersonName number="1"><Alphabetic><FamilyName>Wang</FamilyName>
                  <NamePrefix>Dr</NamePrefix></Alphabetic><Ideographic><FamilyName>王</FamilyName></Ideographic></PersonName></DicomAttribute>
                <DicomAttribute tag="00280009" vr="AT"><Value number="1">00181063</Value></DicomAttribute>
                <DicomAttribute tag="00280010" vr="US"><Value number="1">010</Value></DicomAttribute>
                <DicomAttribute tag="00282000" vr="OB"><InlineBinary>AQ
                  ID</InlineBinary></DicomAttribute>
                <DicomAttribute tag="00720083" vr="UV"><Value number="1">18446744073709551615</Value></DicomAttribute>
                """));
        assertEquals(java.util.List.of("ORIGINAL", "", "AXIAL"), d.strings(Tag.IMAGE_TYPE));
        assertEquals(
                "1.2.3", d.item(0x00081110).orElseThrow().string(0x00081155).orElseThrow());
        assertEquals("Wang^^^Dr", d.personName(Tag.PATIENT_NAME).alphabetic());
        assertEquals("王", d.personName(Tag.PATIENT_NAME).ideographic());
        assertEquals("00181063", d.string(0x00280009).orElseThrow());
        assertEquals(10, d.integer(Tag.ROWS).orElseThrow());
        assertArrayEquals(new byte[] {1, 2, 3}, d.bytes(0x00282000).toArray());
        assertEquals("18446744073709551615", d.string(0x00720083).orElseThrow());
        assertEquals("ISO_IR 192", d.string(Tag.SPECIFIC_CHARACTER_SET).orElseThrow());
    }

    /** PS3.5 7.8.1: a creator owns the block where its name stands; one without a block gets the next. */
    @Test
    void privateElementsStandInTheBlockOfTheirCreator() throws IOException {
        DataSet d = read(model("""
                <DicomAttribute tag="00090010" vr="LO"><Value number="1">FIRST</Value></DicomAttribute>
                <DicomAttribute tag="00090001" vr="LO" privateCreator="SECOND"><Value number="1">b</Value></DicomAttribute>
                <DicomAttribute tag="00090001" vr="LO" privateCreator="FIRST"><Value number="1">a</Value></DicomAttribute>
                <DicomAttribute tag="00091502" vr="LO" privateCreator="THIRD"><Value number="1">c</Value></DicomAttribute>
                """));
        assertEquals("a", d.string(0x00091001).orElseThrow());
        assertEquals("SECOND", d.string(0x00090011).orElseThrow());
        assertEquals("b", d.string(0x00091101).orElseThrow());
        assertEquals("THIRD", d.string(0x00090015).orElseThrow());
        assertEquals("c", d.string(0x00091502).orElseThrow());
        assertFalse(d.contains(0x00090001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<NativeDicomModel>",
                "<other/>",
                "<NativeDicomModel><x/></NativeDicomModel>",
                "<NativeDicomModel>words</NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag='0010' vr='LO'/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag='00280010' vr='XX'/></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag='00280010' vr='US'><Value number='1'>70000</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag='00280010' vr='US'><Value number='2000000000'>7</Value>"
                        + "</DicomAttribute></NativeDicomModel>",
                "<NativeDicomModel><DicomAttribute tag='00282000' vr='OB'><InlineBinary>*</InlineBinary>"
                        + "</DicomAttribute></NativeDicomModel>"
            })
    void whatIsNoDataSetIsRefused(String text) {
        assertThrows(DicomException.class, () -> read(text));
    }

    /** Neither a file nor a long expansion of entities comes in by a document type. */
    @Test
    void documentTypesAreRefused(@TempDir Path folder) throws IOException {
        Path secret = java.nio.file.Files.writeString(folder.resolve("secret"), "SECRET");
        for (String entity :
                java.util.List.of("<!ENTITY e SYSTEM \"" + secret.toUri() + "\">", "<!ENTITY e \"aaaa\">", "")) {
            String text = HEAD + "<!DOCTYPE NativeDicomModel [" + entity + "]><NativeDicomModel><DicomAttribute"
                    + " tag='00080070' vr='LO'><Value number='1'>&e;</Value></DicomAttribute></NativeDicomModel>";
            DicomException e = assertThrows(DicomException.class, () -> read(text));
            assertEquals(DicomException.Reason.MALFORMED, e.reason());
            assertFalse(String.valueOf(e.getMessage()).contains("SECRET"));
        }
    }

    @Test
    void depthLengthAndNumberOfElementsAreBounded() {
        String deep =
                HEAD + "<NativeDicomModel>" + "<DicomAttribute tag='00081110' vr='SQ'><Item number='1'>".repeat(5000);
        assertEquals(
                DicomException.Reason.LIMIT,
                assertThrows(DicomException.class, () -> read(deep)).reason());
        String wide = model("<DicomAttribute tag='00100020' vr='LO'/>".repeat(100));
        ReadOptions few = new ReadOptions(false, 1 << 20, 64, 50);
        assertEquals(
                DicomException.Reason.LIMIT,
                assertThrows(DicomException.class, () -> read(wide, few)).reason());
        assertEquals(
                DicomException.Reason.LIMIT,
                assertThrows(DicomException.class, () -> read(wide, ReadOptions.ALL.withMaxBytes(1000)))
                        .reason());
    }

    @Test
    void charactersBelongToTheText() throws IOException {
        DataSet d = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        d.set(Tag.TEXT_VALUE, Vr.UT, "a < b & \"c\"\r\n\t王 ]]>");
        assertEquals(d, read(written(d)));
    }
}
