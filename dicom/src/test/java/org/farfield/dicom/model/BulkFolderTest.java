package org.farfield.dicom.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.dicom.json.DicomJson;
import org.farfield.dicom.xml.DicomXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFolderTest {
    @TempDir
    private Path folder;

    private static String json(DataSet dataSet, int longestInline, BulkDataStore store) throws IOException {
        StringBuilder text = new StringBuilder();
        assertEquals(0, DicomJson.write(dataSet, text, longestInline, store));
        return text.toString();
    }

    private static DataSet fromXml(String text, BulkDataSource source) throws IOException {
        return DicomXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source, ReadOptions.ALL);
    }

    @Test
    void realFilesComeBackWhole() throws IOException {
        List<Path> files = Stream.of("overlay-lut", "enhanced")
                .flatMap(name -> SharedData.files(name).stream())
                .filter(path -> !path.toString().matches(".*(RLE|rle|jpeg).*"))
                .toList();
        assertTrue(files.size() >= 6, files.toString());
        for (Path path : files) {
            DataSet original = Part10.read(path).dataSet();
            BulkFolder bulk = new BulkFolder(folder.resolve("bulk"));
            String whole = json(original, Integer.MAX_VALUE, BulkDataStore.NONE);
            String text = json(original, 64, bulk);
            assertTrue(text.contains("BulkDataURI") && text.length() < whole.length(), path.toString());
            assertTrue(whole.equals(json(DicomJson.read(text, bulk), Integer.MAX_VALUE, bulk)), path.toString());
            StringBuilder xml = new StringBuilder();
            DicomXml.write(original, xml, 64, bulk);
            assertTrue(whole.equals(json(fromXml(xml.toString(), bulk), Integer.MAX_VALUE, bulk)), path.toString());
        }
    }

    /** Both models name the same file, since the name is that of the bytes. */
    @Test
    void equalValuesAreOneFile() throws IOException {
        DataSet d = new DataSet().setBytes(0x00282000, Vr.OB, new byte[] {1, 2, 3});
        d.newItem(0x00081110).setBytes(0x00282000, Vr.OB, new byte[] {1, 2, 3, 0});
        BulkFolder bulk = new BulkFolder(folder.resolve("bulk"));
        json(d, 2, bulk);
        DicomXml.write(d, new StringBuilder(), 2, bulk);
        try (Stream<Path> list = Files.list(folder.resolve("bulk"))) {
            List<Path> files = list.toList();
            assertEquals(1, files.size());
            assertArrayEquals(new byte[] {1, 2, 3, 0}, Files.readAllBytes(files.getFirst()));
        }
    }

    private static String referring(String uri) {
        return "{\"00282000\":{\"vr\":\"OB\",\"BulkDataURI\":\"" + uri + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "../secret",
                "file:///etc/hostname",
                "/etc/hostname",
                "https://example.org/bulk",
                "",
                "bulk/../../secret",
                "0000000000000000000000000000000000000000000000000000000000000000.bin",
                "../0000000000000000000000000000000000000000000000000000000000000000.bin"
            })
    void noOtherFileIsReached(String uri) throws IOException {
        Files.writeString(folder.resolve("secret"), "SECRET");
        BulkFolder bulk = new BulkFolder(Files.createDirectories(folder.resolve("bulk")));
        DicomException e = assertThrows(DicomException.class, () -> DicomJson.read(referring(uri), bulk));
        assertTrue(String.valueOf(e.getMessage()).startsWith("(0028,2000) ICCProfile: "), e.getMessage());
        String xml = "<NativeDicomModel><DicomAttribute tag='00282000' vr='OB'><BulkData uri='" + uri
                + "'/></DicomAttribute></NativeDicomModel>";
        assertThrows(DicomException.class, () -> fromXml(xml, bulk));
    }

    @Test
    void linksAndChangedFilesAreRefused() throws IOException {
        DataSet d = new DataSet().setBytes(0x00282000, Vr.OB, new byte[100]);
        Path in = folder.resolve("bulk");
        BulkFolder bulk = new BulkFolder(in);
        String text = json(d, 2, bulk);
        assertEquals(d, DicomJson.read(text, bulk));
        Path file;
        try (Stream<Path> list = Files.list(in)) {
            file = list.findFirst().orElseThrow();
        }
        Files.write(file, new byte[] {1, 2});
        assertEquals(
                DicomException.Reason.MALFORMED,
                assertThrows(DicomException.class, () -> DicomJson.read(text, bulk))
                        .reason());
        Files.delete(file);
        Files.createSymbolicLink(file, Files.write(folder.resolve("same"), new byte[100]));
        assertThrows(DicomException.class, () -> DicomJson.read(text, bulk));
    }

    @Test
    void withoutASourceAValueIsEmptyAndANumberCanBeBulkToo() throws IOException {
        String text = "{\"00281201\":{\"vr\":\"US\",\"BulkDataURI\":\"x\"}}";
        assertEquals(0, DicomJson.read(text).bytes(0x00281201).length());
        DataSet d = DicomJson.read(text, (tag, uri) -> java.util.Optional.of(new byte[] {7, 0, 8, 0}));
        assertArrayEquals(new int[] {7, 8}, d.integers(0x00281201));
        assertFalse(d.contains(Tag.SPECIFIC_CHARACTER_SET));
    }

    @Test
    void manyReferencesToOneValueAreBounded() {
        String one = "<DicomAttribute tag='00282000' vr='OB'><BulkData uri='x'/></DicomAttribute>";
        String text = "<NativeDicomModel>" + one.repeat(50) + "</NativeDicomModel>";
        BulkDataSource large = (tag, uri) -> java.util.Optional.of(new byte[1 << 20]);
        DicomException e = assertThrows(
                DicomException.class,
                () -> DicomXml.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        large,
                        ReadOptions.ALL.withMaxBytes(10 << 20)));
        assertEquals(DicomException.Reason.LIMIT, e.reason());
    }
}
