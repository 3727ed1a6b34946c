package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.TransferSyntax;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Farfield compresses is read back with the same values by itself, DCMTK and GDCM. */
class TranscodingPeersTest {
    private static final List<TransferSyntax> TARGETS = List.of(
            TransferSyntax.RLE_LOSSLESS,
            TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER,
            TransferSyntax.JPEG_LOSSLESS,
            TransferSyntax.JPEG_LS_LOSSLESS,
            TransferSyntax.JPEG_2000_LOSSLESS,
            TransferSyntax.of("1.2.840.10008.1.2.8.1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wg04/CT1_UNC",
                "wg04/MR4_UNC",
                "wg04/US1_UNC",
                "enhanced/emri_small.dcm",
                "colour/SC_rgb_small_odd.dcm",
                "colour/SC_ybr_full_422_uncompressed.dcm",
                "colour/SC_rgb_rle_16bit.dcm",
                "colour/color-pl.dcm",
                "colour/examples_palette.dcm",
                "us-multiframe/OBXXXX1A_2frame.dcm"
            })
    void compressedPicturesAreReadBackByEverybody(String name, @TempDir Path folder) throws Exception {
        DicomFile file = SharedData.read(name);
        for (TransferSyntax target : TARGETS) {
            Path ours = folder.resolve("ours.dcm");
            Part10.write(Transcoder.to(target, file), ours);
            assertSameFrames(file, Part10.read(ours), target.name());
            String decoder = switch (target.uid()) {
                case "1.2.840.10008.1.2.5" -> "dcmdrle";
                case "1.2.840.10008.1.2.4.80" -> "dcmdjpls";
                case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.8.1" -> "";
                default -> "dcmdjpeg";
            };
            if (!decoder.isEmpty()) {
                Path decoded = folder.resolve("decoded.dcm");
                String[] arguments = decoder.equals("dcmdjpeg")
                        ? new String[] {"+cn", ours.toString(), decoded.toString()}
                        : new String[] {ours.toString(), decoded.toString()};
                ForeignTool.Outcome run = ForeignTool.run(decoder, arguments);
                assertEquals(0, run.status(), target.name() + ": " + run.output());
                assertSameFrames(file, Part10.read(decoded), decoder + " of " + target.name());
            }
        }
        Path plain = folder.resolve("plain.dcm");
        DicomFile back = Transcoder.to(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, Transcoder.to(TransferSyntax.JPEG_LS_LOSSLESS, file));
        Part10.write(back, plain);
        assertSameFrames(file, Part10.read(plain), "there and back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wg04/CT1_UNC", "wg04/MR4_UNC", "wg04/US1_UNC", "colour/color-pl.dcm"})
    void compressedPicturesAreReadByGdcm(String name, @TempDir Path folder) throws Exception {
        DicomFile file = SharedData.read(name);
        for (TransferSyntax target : TARGETS.subList(0, 5)) {
            Path ours = folder.resolve("ours.dcm");
            Path decoded = folder.resolve("decoded.dcm");
            Part10.write(Transcoder.to(target, file), ours);
            ForeignTool.Outcome run = ForeignTool.run("gdcmconv", "--raw", ours.toString(), decoded.toString());
            assertEquals(0, run.status(), target.name() + ": " + run.output());
            assertSameFrames(file, Part10.read(decoded), target.name());
        }
    }

    /** What GDCM writes as JPEG 2000 is read with the same values. */
    @ParameterizedTest
    @ValueSource(strings = {"wg04/CT1_UNC", "wg04/MR4_UNC", "colour/color-pl.dcm"})
    void jpeg2000OfGdcmIsRead(String name, @TempDir Path folder) throws Exception {
        Path theirs = folder.resolve("theirs.dcm");
        ForeignTool.Outcome run =
                ForeignTool.run("gdcmconv", "--j2k", SharedData.path(name).toString(), theirs.toString());
        assertEquals(0, run.status(), run.output());
        assertEquals(TransferSyntax.JPEG_2000_LOSSLESS, Part10.read(theirs).transferSyntax());
        assertSameFrames(SharedData.read(name), Part10.read(theirs), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sr-seg-rt-ecg/liver_1frame.dcm",
                "transfer-syntax/liver_deflate.dcm",
                "colour/SC_ybr_full_422_uncompressed.dcm"
            })
    void bitsAndHalvedChromaSurviveDeflatingAndInflating(String name) throws IOException {
        DicomFile file = SharedData.read(name);
        TransferSyntax deflated = TransferSyntax.of("1.2.840.10008.1.2.8.1");
        DicomFile plain = Transcoder.to(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file);
        assertSameFrames(file, Part10.read(Part10.toBytes(plain)), "plain");
        DicomFile coded = Transcoder.to(deflated, plain);
        assertSameFrames(file, Part10.read(Part10.toBytes(coded)), "deflated");
    }

    private static void assertSameFrames(DicomFile one, DicomFile other, String what) throws IOException {
        PixelFrames a = PixelFrames.of(one);
        PixelFrames b = PixelFrames.of(other);
        assertEquals(a.count(), b.count(), what);
        for (int frame = 0; frame < a.count(); frame++) {
            assertArrayEquals(a.decode(frame), b.decode(frame), what);
        }
    }
}
