package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.farfield.dicom.CtInstance;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bit exactness against DCMTK and between the encodings of the same image in the WG-04 samples. */
class CodecPeersTest {
    @ParameterizedTest
    @CsvSource({
        "wg04/CT1_UNC, wg04/CT1_RLE",
        "wg04/CT1_UNC, wg04/CT1_JLSL",
        "wg04/CT1_UNC, wg04/CT1_JPLL",
        "wg04/MR4_UNC, wg04/MR4_JPLL",
        "wg04/NM1_UNC, wg04/NM1_JPLL",
        "wg04/NM1_UNC, transfer-syntax/JPEG-LL.dcm",
        "wg04/MR4_UNC, wg04/MR4_RLE",
        "wg04/MR4_UNC, wg04/MR4_JLSL",
        "wg04/NM1_UNC, wg04/NM1_RLE",
        "wg04/NM1_UNC, wg04/NM1_JLSL",
        "wg04/US1_UNC, wg04/US1_RLE",
        "wg04/VL1_UNC, wg04/VL1_RLE",
        "transfer-syntax/MR_small.dcm, transfer-syntax/MR_small_RLE.dcm",
        "transfer-syntax/MR_small.dcm, transfer-syntax/MR_small_jpeg_ls_lossless.dcm",
        "transfer-syntax/MR_small.dcm, transfer-syntax/MR_small_bigendian.dcm",
        "transfer-syntax/MR_small.dcm, transfer-syntax/MR_small_implicit.dcm",
        "enhanced/emri_small.dcm, enhanced/emri_small_RLE.dcm",
        "enhanced/emri_small.dcm, enhanced/emri_small_jpeg_ls_lossless.dcm",
        "us-multiframe/OBXXXX1A_2frame.dcm, us-multiframe/OBXXXX1A_rle_2frame.dcm",
        "sr-seg-rt-ecg/liver_1frame.dcm, transfer-syntax/liver_expb_1frame.dcm",
        "colour/color-px.dcm, colour/color-pl.dcm"
    })
    void theSameImageInTwoEncodingsHasTheSameValues(String one, String other) throws IOException {
        PixelFrames a = PixelFrames.of(SharedData.read(one));
        PixelFrames b = PixelFrames.of(SharedData.read(other));
        assertEquals(a.count(), b.count());
        for (int frame = 0; frame < a.count(); frame++) {
            assertArrayEquals(a.decode(frame), b.decode(frame));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wg04/CT1_JLSL",
                "wg04/CT1_JLSN",
                "wg04/MR4_JLSN",
                "wg04/NM1_JLSN",
                "transfer-syntax/JPEGLSNearLossless_08.dcm",
                "transfer-syntax/JPEGLSNearLossless_16.dcm",
                "enhanced/emri_small_jpeg_ls_lossless.dcm"
            })
    void jpegLsIsDecodedAsDcmtkDecodesIt(String name, @TempDir Path folder) throws Exception {
        Path in = SharedData.path(name);
        Path out = folder.resolve("plain.dcm");
        assertEquals(
                0, ForeignTool.run("dcmdjpls", in.toString(), out.toString()).status());
        assertSameFrames(Part10.read(in), Part10.read(out));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cr-dx/RG3_JPLL", "transfer-syntax/JPGLosslessP14SV1_1s_1f_8b.dcm", "malformed/bad_sequence.dcm"
            })
    void losslessJpegIsDecodedAsDcmtkDecodesIt(String name, @TempDir Path folder) throws Exception {
        Path in = SharedData.path(name);
        Path out = folder.resolve("plain.dcm");
        assertEquals(
                0, ForeignTool.run("dcmdjpeg", in.toString(), out.toString()).status());
        assertSameFrames(Part10.read(in), Part10.read(out));
    }

    /** DCMTK writes every prediction of T.81 table H.1. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyPredictionOfLosslessJpegIsDecoded(int selection, @TempDir Path folder) throws Exception {
        DicomFile file = DicomFile.of(CtInstance.create(64, 50), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path plain = folder.resolve("ct.dcm");
        Path coded = folder.resolve("coded.dcm");
        Part10.write(file, plain);
        ForeignTool.Outcome encoding = ForeignTool.run(
                "dcmcjpeg", "+el", "+sv", Integer.toString(selection), plain.toString(), coded.toString());
        assertEquals(0, encoding.status(), encoding.output());
        assertSameFrames(file, Part10.read(coded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wg04/CT1_UNC", "wg04/MR4_UNC", "wg04/NM1_UNC", "cr-dx/dx_image.dcm"})
    void dcmtkReadsOurJpegLsAndRleAndWeReadTheirs(String name, @TempDir Path folder) throws Exception {
        Path plain = SharedData.path(name);
        peers(Part10.read(plain), plain, folder);
    }

    @Test
    void dcmtkReadsOurCompressedCtAndWeReadTheirs(@TempDir Path folder) throws Exception {
        DicomFile file = DicomFile.of(CtInstance.create(128, 100), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path plain = folder.resolve("ct.dcm");
        Part10.write(file, plain);
        peers(file, plain, folder);
    }

    @Test
    void everySliceOfARealThoraxSurvivesJpegLs() throws IOException {
        for (Path path : everyTenth(SharedData.files("ct-thorax-cmb-crc-100"))) {
            DicomFile file = Part10.read(path);
            DicomFile coded = Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, file);
            assertSameFrames(file, Part10.read(Part10.toBytes(coded)));
        }
    }

    private static Iterable<Path> everyTenth(java.util.List<Path> paths) {
        return Stream.iterate(0, i -> i < paths.size(), i -> i + 10)
                .map(paths::get)
                .toList();
    }

    private static void peers(DicomFile file, Path plain, Path folder) throws Exception {
        String[][] tools = {{"dcmdjpls", "dcmcjpls"}, {"dcmdrle", "dcmcrle"}};
        TransferSyntax[] syntaxes = {TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.RLE_LOSSLESS};
        for (int i = 0; i < 2; i++) {
            Path ours = folder.resolve("ours.dcm");
            Path decoded = folder.resolve("decoded.dcm");
            Part10.write(Transcoder.to(syntaxes[i], file), ours);
            ForeignTool.Outcome decoding = ForeignTool.run(tools[i][0], ours.toString(), decoded.toString());
            assertEquals(0, decoding.status(), decoding.output());
            assertSameFrames(file, Part10.read(decoded));
            Path theirs = folder.resolve("theirs.dcm");
            ForeignTool.Outcome encoding = ForeignTool.run(tools[i][1], plain.toString(), theirs.toString());
            assertEquals(0, encoding.status(), encoding.output());
            assertSameFrames(file, Part10.read(theirs));
        }
    }

    private static void assertSameFrames(DicomFile one, DicomFile other) throws IOException {
        PixelFrames a = PixelFrames.of(one);
        PixelFrames b = PixelFrames.of(other);
        assertEquals(a.count(), b.count());
        for (int frame = 0; frame < a.count(); frame++) {
            assertArrayEquals(a.decode(frame), b.decode(frame));
        }
    }
}
