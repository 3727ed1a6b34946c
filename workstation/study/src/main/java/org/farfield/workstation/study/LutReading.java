package org.farfield.workstation.study;

import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.rendering.volume.LookUpTable;

/** Takes a look-up table from an item of Modality LUT Sequence or VOI LUT Sequence (PS3.3 C.11.1.1, C.11.2.1.1). */
public final class LutReading {
    private static final int ALL_16_BITS = 65_536;

    private LutReading() {}

    /**
     * Empty where descriptor and data do not fit each other.
     *
     * @param signedInput whether the first mapped value is signed: the element is "US or SS"
     */
    public static Optional<LookUpTable> of(DataSet item, boolean signedInput) {
        int[] descriptor = item.integers(Tag.LUT_DESCRIPTOR);
        if (descriptor.length != 3) {
            return Optional.empty();
        }
        int count = (descriptor[0] & 0xffff) == 0 ? ALL_16_BITS : descriptor[0] & 0xffff;
        int first = signedInput ? (short) descriptor[1] : descriptor[1] & 0xffff;
        int bits = descriptor[2];
        int[] entries = entries(item.bytes(Tag.LUT_DATA), count);
        if (entries.length != count || bits < 8 || bits > 16) {
            return Optional.empty();
        }
        int most = (1 << bits) - 1;
        for (int entry : entries) {
            if (entry > most) {
                return Optional.empty();
            }
        }
        return Optional.of(new LookUpTable(first, bits, entries));
    }

    /** 16 bits an entry, or 8 where there are only so many bytes. */
    private static int[] entries(ByteSlice bytes, int count) {
        int[] entries = new int[count];
        if (bytes.length() >= 2 * count) {
            for (int i = 0; i < count; i++) {
                entries[i] = bytes.at(2 * i) | bytes.at(2 * i + 1) << 8;
            }
            return entries;
        }
        if (bytes.length() < count) {
            return new int[0];
        }
        for (int i = 0; i < count; i++) {
            entries[i] = bytes.at(i);
        }
        return entries;
    }
}
