package org.farfield.dicom.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourProfileTest {
    private static final int PROFILE = 0x00282000;
    private static final int ROWS = 150;

    /** Columns of black, a dark grey, a colour and white, more rows than a stripe. */
    private static DataSet image() {
        byte[] row = {0, 0, 0, 20, 20, 20, (byte) 200, 100, 50, (byte) 255, (byte) 255, (byte) 255};
        byte[] pixels = new byte[row.length * ROWS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = row[i % row.length];
        }
        return new DataSet()
                .set(Tag.SAMPLES_PER_PIXEL, 3)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                .set(Tag.PLANAR_CONFIGURATION, 0)
                .set(Tag.ROWS, ROWS)
                .set(Tag.COLUMNS, 4)
                .set(Tag.BITS_ALLOCATED, 8)
                .set(Tag.BITS_STORED, 8)
                .set(Tag.HIGH_BIT, 7)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
    }

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    private static Picture draw(DataSet d) throws DicomException {
        return Picture.of(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), 0, PictureOptions.DEFAULT);
    }

    /** IEC 61966-2-1: the level of sRGB that a level of linear light has. */
    private static int encoded(int linear) {
        double x = linear / 255.0;
        return (int) Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055));
    }

    @Test
    void coloursOfLinearLightBecomeThoseOfTheScreen() throws DicomException {
        Picture picture = draw(image().setBytes(PROFILE, Vr.OB, profile(ColorSpace.CS_LINEAR_RGB)));
        assertEquals("", picture.note().orElse(""));
        int[] stored = {0, 0, 0, 20, 20, 20, 200, 100, 50, 255, 255, 255};
        for (int pixel = 0; pixel < picture.argb().length; pixel++) {
            int argb = picture.argb()[pixel];
            assertEquals(0xFF, argb >>> 24);
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(encoded(stored[pixel % 4 * 3 + channel]), argb >> (16 - 8 * channel) & 0xFF, 1);
            }
        }
    }

    @Test
    void coloursThatAreSrgbStayAsTheyAre() throws DicomException {
        int[] plain = draw(image()).argb();
        int[] same = draw(image().setBytes(PROFILE, Vr.OB, profile(ColorSpace.CS_sRGB)))
                .argb();
        for (int i = 0; i < plain.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertEquals(plain[i] >> shift & 0xFF, same[i] >> shift & 0xFF, 1);
            }
        }
        DataSet said = image().setBytes(PROFILE, Vr.OB, profile(ColorSpace.CS_LINEAR_RGB));
        assertArrayEquals(plain, draw(said.set(0x00282002, "SRGB")).argb());
    }

    @Test
    void theProfileOfAnOpticalPathIsApplied() throws DicomException {
        DataSet d = image();
        d.newItem(0x00480105).setBytes(PROFILE, Vr.OB, profile(ColorSpace.CS_LINEAR_RGB));
        assertEquals(encoded(20), draw(d).argb()[1] & 0xFF, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "noise", "grey", "long", "tags"})
    void aProfileThatCannotBeUsedIsToldAndChangesNothing(String kind) throws DicomException {
        byte[] good = profile(ColorSpace.CS_LINEAR_RGB);
        byte[] bytes = switch (kind) {
            case "cut" -> Arrays.copyOf(good, 200);
            case "noise" -> new byte[1000];
            case "grey" -> profile(ColorSpace.CS_GRAY);
            case "long" -> Arrays.copyOf(good, (8 << 20) + 2);
            default -> {
                byte[] wrong = good.clone();
                IntStream.range(128, wrong.length).forEach(i -> wrong[i] = (byte) 0x5A);
                yield wrong;
            }
        };
        Picture picture = draw(image().setBytes(PROFILE, Vr.OB, bytes));
        assertTrue(
                picture.note().orElse("").startsWith("(0028,2000) ICCProfile is "),
                picture.note().toString());
        assertArrayEquals(draw(image()).argb(), picture.argb());
    }
}
