package org.farfield.dicom.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.ForeignTool;
import org.farfield.dicom.SharedData;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    @Test
    void aWindowIsThatOfTheStandardAndMonochrome1IsTurnedOver() throws DicomException {
        DataSet d = grey(4, 8, false, 0, 100, 200, 255)
                .set(Tag.WINDOW_CENTER, "128")
                .set(Tag.WINDOW_WIDTH, "101");
        assertLevels(d, 0, 57, 255, 255);
        assertLevels(d.set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1"), 255, 198, 0, 0);
    }

    @Test
    void withoutAWindowTheValuesThemselvesSpanTheGreysButNotThePadding() throws DicomException {
        DataSet d = grey(4, 16, true, -2000, 0, 50, 100).set(Tag.PIXEL_PADDING_VALUE, -2000);
        assertLevels(d, 0, 0, 128, 255);
    }

    @Test
    void aModalityTableComesBeforeAValueOfInterestTable() throws DicomException {
        DataSet d = grey(4, 8, false, 0, 1, 2, 9);
        d.newItem(Tag.MODALITY_LUT_SEQUENCE)
                .set(Tag.LUT_DESCRIPTOR, Vr.US, 3, 1, 16)
                .set(Tag.LUT_DATA, Vr.US, 10, 11, 12);
        d.newItem(Tag.VOI_LUT_SEQUENCE).set(Tag.LUT_DESCRIPTOR, Vr.US, 3, 10, 8).set(Tag.LUT_DATA, Vr.US, 7, 100, 255);
        assertLevels(d, 7, 7, 100, 255);
    }

    @Test
    void aPaletteOfSixteenBitsGivesItsHighBytes() throws DicomException {
        DataSet d = grey(3, 8, false, 0, 1, 7).set(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
        palette(d, 2, 0, 16);
        d.set(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.US, 0x1000, 0x2000)
                .set(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.US, 0x3000, 0x4000)
                .set(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.US, 0x5000, 0x6000);
        assertArrayEquals(new int[] {0xFF103050, 0xFF204060, 0xFF204060}, draw(d).argb());
    }

    @Test
    void aSegmentedPaletteIsUnfolded() throws DicomException {
        DataSet d = grey(6, 8, false, 0, 1, 2, 3, 4, 5).set(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
        palette(d, 6, 0, 16);
        int[] segments = {0, 2, 0x1000, 0x2000, 1, 2, 0x4000, 2, 1, 0, 0};
        for (int tag : new int[] {0x00281221, 0x00281222, 0x00281223}) {
            d.set(tag, Vr.US, segments);
        }
        int[] greys = {0x10, 0x20, 0x30, 0x40, 0x10, 0x20};
        assertArrayEquals(
                java.util.Arrays.stream(greys)
                        .map(g -> 0xFF000000 | g * 0x010101)
                        .toArray(),
                draw(d).argb());
    }

    @Test
    void aSegmentedPaletteThatPointsOutsideItselfIsRefused() {
        DataSet d = grey(1, 8, false, 0).set(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
        palette(d, 6, 0, 16);
        for (int tag : new int[] {0x00281221, 0x00281222, 0x00281223}) {
            d.set(tag, Vr.US, 2, 9, 500, 0);
        }
        assertThrows(DicomException.class, () -> draw(d));
    }

    @Test
    void overlaysLieWhereTheirOriginSaysAndInUnusedBits() throws DicomException {
        DataSet d = grey(4, 16, false, 0, 0x1001, 0, 1)
                .set(Tag.BITS_STORED, 12)
                .set(Tag.HIGH_BIT, 11)
                .set(Tag.WINDOW_CENTER, "500")
                .set(Tag.WINDOW_WIDTH, "2");
        d.set(0x60000010, 1).set(0x60000011, 2).set(0x60000050, Vr.SS, 1, 4).set(0x60000100, 1);
        d.setBytes(0x60003000, Vr.OW, new byte[] {3, 0});
        assertLevels(d, 0, 0, 0, 255);
        d.set(0x60020010, 1).set(0x60020011, 4).set(0x60020100, 16).set(0x60020102, 12);
        assertLevels(d, 0, 255, 0, 255);
        PictureOptions none = new PictureOptions(Optional.empty(), false);
        assertEquals(0xFF000000, Picture.of(file(d), 0, none).argb()[3]);
    }

    @Test
    void ybrIsTurnedIntoRgb() throws DicomException {
        DataSet d = grey(3, 8, false, 76, 85, 255)
                .set(Tag.COLUMNS, 1)
                .set(Tag.SAMPLES_PER_PIXEL, 3)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL");
        assertArrayEquals(new int[] {0xFFFE0000}, draw(d).argb());
    }

    /** Greatest difference to dcmj2pnm, in grey levels, with the options that do what the file asks for. */
    @ParameterizedTest
    @CsvSource({
        "colour/SC_jpeg_no_color_transform.dcm, +Wm, 0",
        "colour/SC_rgb_rle_16bit.dcm, +Wm, 0",
        "colour/SC_ybr_full_422_uncompressed.dcm, +Wm, 1",
        "colour/examples_palette.dcm, +Wm, 0",
        "us-multiframe/US-PAL-8-10x-echo.dcm, +Wm, 0",
        "us-multiframe/examples_ybr_color.dcm, +Wm, 0",
        "overlay-lut/examples_overlay.dcm, +Wi 1, 1",
        "overlay-lut/mlut_18.dcm, +Wm, 1",
        "overlay-lut/vlut_04.dcm, +Wl 1, 0",
        "transfer-syntax/JPGExtended.dcm, +Wm, 1",
        "transfer-syntax/MR_small.dcm, +Wi 1, 1",
        "sr-seg-rt-ecg/rtdose.dcm, +Wm, 1",
        "cr-dx/RG3_JPLL, +Wi 1, 1"
    })
    void picturesAreThoseOfDcmtk(String name, String options, int most, @TempDir Path folder) throws Exception {
        Path ppm = folder.resolve("peer.ppm");
        List<String> arguments = new ArrayList<>(List.of("--write-raw-pnm"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.addAll(List.of(SharedData.path(name).toString(), ppm.toString()));
        ForeignTool.Outcome run = ForeignTool.run("dcmj2pnm", arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.output());
        int[] argb =
                Picture.of(SharedData.read(name), 0, PictureOptions.DEFAULT).argb();
        byte[] peer = Files.readAllBytes(ppm);
        int channels = peer[1] == '6' ? 3 : 1;
        int from = peer.length - argb.length * channels;
        int greatest = 0;
        for (int i = 0; i < argb.length * channels; i++) {
            int ours = argb[i / channels] >> (channels == 3 ? 16 - 8 * (i % 3) : 0) & 0xFF;
            greatest = Math.max(greatest, Math.abs(ours - (peer[from + i] & 0xFF)));
        }
        assertTrue(greatest <= most, "differs by " + greatest);
    }

    private static void palette(DataSet d, int... descriptor) {
        for (int tag : new int[] {
            Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
            Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
            Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR
        }) {
            d.set(tag, Vr.US, descriptor);
        }
    }

    private static void assertLevels(DataSet d, int... levels) throws DicomException {
        int[] argb = draw(d).argb();
        int[] found = new int[argb.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = argb[i] & 0xFF;
        }
        assertArrayEquals(levels, found);
    }

    private static Picture draw(DataSet d) throws DicomException {
        return Picture.of(file(d), 0, PictureOptions.DEFAULT);
    }

    private static DicomFile file(DataSet d) {
        return DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static DataSet grey(int columns, int bits, boolean signed, int... values) {
        byte[] bytes = new byte[(columns * bits / 8 + 1) & ~1];
        for (int i = 0; i < columns; i++) {
            for (int b = 0; b < bits / 8; b++) {
                bytes[i * bits / 8 + b] = (byte) (values[i] >> (8 * b));
            }
        }
        return new DataSet()
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, 1)
                .set(Tag.COLUMNS, columns)
                .set(Tag.BITS_ALLOCATED, bits)
                .set(Tag.BITS_STORED, bits)
                .set(Tag.HIGH_BIT, bits - 1)
                .set(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, bytes);
    }
}
