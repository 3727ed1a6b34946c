package org.farfield.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.Part10;
import org.farfield.dicom.SharedData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoded samples beside those of DCMTK and GDCM; the number is the greatest difference that is allowed. */
class DecodersAndPeersTest {
    @ParameterizedTest
    @CsvSource({
        "transfer-syntax/JPGExtended.dcm, 0",
        "transfer-syntax/JPEG-lossy.dcm, 0",
        "wg04/MR4_JPLY, 0",
        "wg04/NM1_JPLY, 0",
        "colour/SC_jpeg_no_color_transform.dcm, 0",
        "colour/SC_rgb_dcmtk_+eb+cr.dcm, 0",
        "colour/SC_rgb_small_odd_jpeg.dcm, 0",
        "us-multiframe/examples_ybr_color.dcm, 0"
    })
    void jpegIsDecodedAsDcmtkDecodesIt(String name, int most, @TempDir Path folder) throws Exception {
        Path out = folder.resolve("plain.dcm");
        ForeignTool.Outcome run =
                ForeignTool.run("dcmdjpeg", "+cn", SharedData.path(name).toString(), out.toString());
        assertEquals(0, run.status(), run.output());
        assertFramesAgree(SharedData.read(name), Part10.read(out), most);
    }

    @ParameterizedTest
    @CsvSource({"colour/JLSL_RGB_ILV0.dcm", "colour/JLSL_RGB_ILV2.dcm", "colour/SC_rgb_jls_lossy_line.dcm"})
    void colourJpegLsIsDecodedAsDcmtkDecodesIt(String name, @TempDir Path folder) throws Exception {
        Path out = folder.resolve("plain.dcm");
        ForeignTool.Outcome run =
                ForeignTool.run("dcmdjpls", SharedData.path(name).toString(), out.toString());
        assertEquals(0, run.status(), run.output());
        assertFramesAgree(SharedData.read(name), Part10.read(out), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "colour/GDCMJ2K_TextGBR.dcm, 0",
        "colour/SC_rgb_gdcm_KY.dcm, 1",
        "colour/examples_jpeg2k.dcm, 0",
        "cr-dx/RG1_J2KI.dcm, 1",
        "cr-dx/RG3_J2KR.dcm, 0",
        "transfer-syntax/693_J2KI.dcm, 1",
        "transfer-syntax/JPEG2000.dcm, 1",
        "transfer-syntax/J2K_pixelrep_mismatch.dcm, 0",
        "transfer-syntax/MR_small_jp2klossless.dcm, 0",
        "enhanced/emri_small_jpeg_2k_lossless.dcm, 0",
        "wg04/CT1_J2KI, 1",
        "wg04/MR4_J2KI, 1",
        "wg04/NM1_J2KI, 1",
        "wg04/US1_J2KI, 1",
        "wg04/VL1_J2KI, 1"
    })
    void jpeg2000IsDecodedAsGdcmDecodesIt(String name, int most, @TempDir Path folder) throws Exception {
        Path out = folder.resolve("plain.dcm");
        ForeignTool.Outcome run =
                ForeignTool.run("gdcmconv", "--raw", SharedData.path(name).toString(), out.toString());
        assertEquals(0, run.status(), run.output());
        assertFramesAgree(SharedData.read(name), Part10.read(out), most);
    }

    @ParameterizedTest
    @CsvSource({
        "wg04/CT1_UNC, wg04/CT1_J2KR, 0",
        "wg04/MR4_UNC, wg04/MR4_J2KR, 0",
        "wg04/NM1_UNC, wg04/NM1_J2KR, 0",
        "wg04/US1_UNC, wg04/US1_J2KR, 0",
        "wg04/VL1_UNC, wg04/VL1_J2KR, 0",
        "cr-dx/RG3_JPLL, cr-dx/RG3_J2KR.dcm, 0",
        "transfer-syntax/MR_small.dcm, transfer-syntax/MR_small_jp2klossless.dcm, 0",
        "enhanced/emri_small.dcm, enhanced/emri_small_jpeg_2k_lossless.dcm, 0",
        "transfer-syntax/HTJ2KLossless_08_RGB.dcm, transfer-syntax/HTJ2K_08_RGB.dcm, 12"
    })
    void theSamePictureInTwoEncodingsHasTheSameValues(String one, String other, int most) throws IOException {
        assertFramesAgree(SharedData.read(one), SharedData.read(other), most);
    }

    private static void assertFramesAgree(DicomFile one, DicomFile other, int most) throws IOException {
        PixelFrames a = PixelFrames.of(one);
        PixelFrames b = PixelFrames.of(other);
        assertEquals(a.count(), b.count());
        for (int frame = 0; frame < a.count(); frame++) {
            short[] x = a.decode(frame);
            short[] y = b.decode(frame);
            int greatest = 0;
            long different = 0;
            boolean signed = a.format().signed();
            for (int i = 0; i < x.length; i++) {
                int difference = signed ? Math.abs(x[i] - y[i]) : Math.abs((x[i] & 0xFFFF) - (y[i] & 0xFFFF));
                greatest = Math.max(greatest, difference);
                different += difference == 0 ? 0 : 1;
            }
            assertTrue(
                    greatest <= most,
                    "frame " + frame + ": " + different + " of " + x.length + " differ, by up to " + greatest);
        }
    }
}
