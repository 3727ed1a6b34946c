package org.farfield.dicom.picture;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.jspecify.annotations.Nullable;

/** Palette colour tables (PS3.3 C.7.6.3.1.5, C.7.9), plain and segmented; also supplemental ones over grey. */
final class PaletteColours {
    private static final int[] DESCRIPTORS = {
        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR
    };
    private static final int[] DATA = {
        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA
    };
    private static final int PIXEL_PRESENTATION = 0x00089205;
    private static final int FIRST_SEGMENTED = 0x00281221;
    private static final int ALL_16_BITS = 65_536;

    private PaletteColours() {}

    /**
     * Draws every pixel of a palette image; of a grey one only values that a supplemental palette maps. True when it
     * drew.
     */
    static boolean draw(DataSet dataSet, PixelFormat format, boolean palette, short[] words, int[] argb)
            throws DicomException {
        String presentation = dataSet.string(PIXEL_PRESENTATION).orElse("");
        boolean supplemental = presentation.equals("COLOR") || presentation.equals("MIXED");
        if (!palette && (!supplemental || !dataSet.contains(DESCRIPTORS[0]))) {
            return false;
        }
        int[] colours = new int[0];
        int first = 0;
        for (int channel = 0; channel < 3; channel++) {
            int[] descriptor = dataSet.integers(DESCRIPTORS[channel]);
            if (descriptor.length != 3) {
                throw wrong(DESCRIPTORS[channel]);
            }
            int count = (descriptor[0] & 0xFFFF) == 0 ? ALL_16_BITS : descriptor[0] & 0xFFFF;
            first = format.signed() ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
            int[] levels = levels(dataSet, channel, count, descriptor[2]);
            if (channel == 0) {
                colours = new int[count];
            }
            for (int i = 0; i < Math.min(count, colours.length); i++) {
                colours[i] |= 0xFF000000 | levels[i] << (16 - 8 * channel);
            }
        }
        for (int i = 0; i < argb.length; i++) {
            int index = (format.signed() ? words[i] : words[i] & 0xFFFF) - first;
            if (palette || (index >= 0 && index < colours.length)) {
                argb[i] = colours[Math.clamp(index, 0, colours.length - 1)];
            }
        }
        return true;
    }

    /** Levels of 0..255 of a channel. */
    private static int[] levels(DataSet dataSet, int channel, int count, int bits) throws DicomException {
        int[] entries = LookUp.entries(dataSet.bytes(DATA[channel]), count);
        if (entries.length == 0) {
            int @Nullable [] segmented = SegmentedTable.expand(dataSet.bytes(FIRST_SEGMENTED + channel), bits, count);
            if (segmented == null) {
                throw wrong(DATA[channel]);
            }
            entries = segmented;
        }
        int most = 0;
        for (int entry : entries) {
            most = Math.max(most, entry);
        }
        boolean high = most > 255;
        for (int i = 0; i < count; i++) {
            entries[i] = high ? entries[i] >> 8 : entries[i];
        }
        return entries;
    }

    private static DicomException wrong(int tag) {
        return new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is missing or wrong");
    }
}
