package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.farfield.dicom.codec.PixelFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every real file is read, or refused with the right reason. */
class SharedDataTest {
    private static final ReadOptions SMALL = ReadOptions.ALL.withMaxBytes(64 << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charset",
                "colour",
                "cr-dx",
                "ct-thin-phantom-j2k-60",
                "ct-thorax-cmb-crc-100",
                "ct-tilt-uneven-ge-28",
                "dicomdir",
                "enhanced",
                "malformed",
                "mr-brain-oblique-20",
                "overlay-lut",
                "sr-seg-rt-ecg",
                "transfer-syntax",
                "us-multiframe",
                "wg04"
            })
    void everyFileIsReadOrIsNoDicomFile(String folder) throws IOException {
        for (Path path : SharedData.files(folder)) {
            String name = path.getFileName().toString();
            boolean other = name.startsWith("README") || name.equals("no_meta.dcm");
            try {
                DicomFile file = Part10.read(path, SMALL);
                assertFalse(other, path.toString());
                assertTrue(file.dataSet().size() > 0, path.toString());
                assertHeaderIsTheSame(path, file);
            } catch (DicomException refused) {
                assertTrue(other, refused.getMessage());
                assertEquals(DicomException.Reason.NOT_DICOM, refused.reason());
            }
        }
    }

    @Test
    void onlyTheseFilesHaveNotes() throws IOException {
        Map<String, String> noted = new HashMap<>();
        for (String folder : List.of("charset", "colour", "enhanced", "malformed", "overlay-lut", "sr-seg-rt-ecg")) {
            for (Path path : SharedData.files(folder)) {
                if (Part10.looksLikeDicom(path)) {
                    String notes = String.join("; ", Part10.read(path).notes());
                    if (!notes.isEmpty()) {
                        noted.put(path.getFileName().toString(), notes);
                    }
                }
            }
        }
        Map<String, String> expected = new HashMap<>();
        expected.put("JLSL_RGB_ILV0.dcm", "no preamble");
        expected.put("JLSL_RGB_ILV2.dcm", "no preamble");
        expected.put("rtstruct.dcm", "no preamble; no file meta information");
        expected.put("ExplVR_BigEndNoMeta.dcm", "no preamble; no file meta information");
        expected.put("meta_missing_tsyntax.dcm", "no transfer syntax in the meta information");
        expected.put(
                "SC_rgb_jpeg.dcm", "declared as JPEG Baseline (Process 1) but written as Implicit VR Little Endian");
        expected.put(
                "MR_truncated.dcm",
                "byte 1500: (7FE0,0010) PixelData should have 8192 bytes, the file ends after 8130");
        expected.put(
                "emri_small_jpeg_2k_lossless_too_short.dcm",
                "byte 40316: ends before the last fragment of (7FE0,0010) PixelData");
        expected.put(
                "rtplan_truncated.dcm",
                "byte 2100: (300A,012C) IsocenterPosition should have 50 bytes, the file ends after 29; the element is"
                        + " left out");
        assertEquals(expected, noted);
    }

    @ParameterizedTest
    @CsvSource({
        "MR_truncated.dcm, TRUNCATED",
        "JPEG2000-embedded-sequence-delimiter.dcm, MALFORMED",
        "badVR.dcm, MALFORMED",
        "UN_sequence.dcm, UNSUPPORTED",
        "meta_missing_tsyntax.dcm, MALFORMED"
    })
    void pixelsThatCannotBeDecodedAreRefusedWithTheReason(String name, DicomException.Reason reason)
            throws IOException {
        DicomFile file = SharedData.read("malformed/" + name);
        try {
            PixelFrames.of(file).decode(0);
            throw new AssertionError("was decoded");
        } catch (DicomException refused) {
            assertEquals(reason, refused.reason(), refused.getMessage());
        }
    }

    @Test
    void theItemsOfADamagedDirectoryAreKept() throws IOException {
        assertEquals(
                52,
                SharedData.read("dicomdir/DICOMDIR-nooffset")
                        .dataSet()
                        .sequence(Tag.DIRECTORY_RECORD_SEQUENCE)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charset",
                "cr-dx",
                "dicomdir",
                "enhanced",
                "overlay-lut",
                "sr-seg-rt-ecg",
                "transfer-syntax",
                "us-multiframe",
                "wg04"
            })
    void dcmdumpFindsTheSameElements(String folder) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-q", "-Un"));
        List<Path> paths = SharedData.files(folder).stream()
                .filter(path -> Part10.looksLikeDicom(path) && !path.toString().contains("TINY_ALPHA"))
                .toList();
        int compared = 0;
        for (Path path : paths) {
            List<String> one = new ArrayList<>(arguments);
            one.add(path.toString());
            ForeignTool.Outcome dump = ForeignTool.run("dcmdump", one.toArray(String[]::new));
            compared += DumpComparison.compare(Part10.read(path).dataSet(), dump.output(), path.toString());
        }
        assertTrue(compared > paths.size() * 3, compared + " elements compared");
    }

    private static void assertHeaderIsTheSame(Path path, DicomFile whole) throws IOException {
        DataSet header = Part10.read(path, ReadOptions.HEADER).dataSet();
        DataSet cut = whole.dataSet().copy();
        for (Element element : whole.dataSet()) {
            if (Integer.compareUnsigned(element.tag(), Tag.FLOAT_PIXEL_DATA) >= 0) {
                cut.remove(element.tag());
            }
        }
        assertEquals(cut, header, path.toString());
        assertTrue(Files.size(path) > 0);
    }
}
