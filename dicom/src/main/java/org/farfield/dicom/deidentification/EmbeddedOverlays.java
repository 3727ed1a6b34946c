package org.farfield.dicom.deidentification;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Element;
import org.farfield.dicom.Tag;

/** Overlays in the unused bits of uncompressed pixel cells, a retired way to keep them (PS3.5 8.1.2 of 2004). */
final class EmbeddedOverlays {
    private static final int FIRST_BIT_POSITION = 0x60000102;
    private static final int OVERLAYS = 16;

    private EmbeddedOverlays() {}

    /** Clears these bits where the original says that an overlay stands in them. */
    static void remove(DataSet original, DataSet copy) {
        boolean embedded = false;
        for (int i = 0; i < OVERLAYS; i++) {
            embedded |= original.integer(FIRST_BIT_POSITION + (i << 17)).orElse(0) > 0;
        }
        if (!embedded || !(copy.element(Tag.PIXEL_DATA).orElse(null) instanceof Element.Value pixels)) {
            return;
        }
        int allocated = copy.integer(Tag.BITS_ALLOCATED).orElse(0);
        int stored = copy.integer(Tag.BITS_STORED).orElse(allocated);
        int high = copy.integer(Tag.HIGH_BIT).orElse(stored - 1);
        if (allocated != 16 || stored >= 16 || high < stored - 1 || high > 15) {
            return;
        }
        int mask = ((1 << stored) - 1) << (high - stored + 1);
        byte[] bytes = pixels.bytes().toArray();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            bytes[i] &= (byte) mask;
            bytes[i + 1] &= (byte) (mask >> 8);
        }
        copy.put(new Element.Value(Tag.PIXEL_DATA, pixels.vr(), ByteSlice.of(bytes)));
    }
}
