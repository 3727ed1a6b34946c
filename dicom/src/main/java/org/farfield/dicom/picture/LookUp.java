package org.farfield.dicom.picture;

import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;

/**
 * A look-up table of an item (PS3.3 C.11.1.1, C.11.2.1.1): values below the first mapped one give the first entry,
 * those above the last one the last.
 */
final class LookUp {
    private static final int ALL_16_BITS = 65_536;

    private final int first;
    private final int bits;
    private final int[] entries;

    private LookUp(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /** Empty where descriptor and data do not fit each other; {@code signed}: the first mapped value is signed. */
    static Optional<LookUp> of(DataSet item, boolean signed) {
        int[] descriptor = item.integers(Tag.LUT_DESCRIPTOR);
        if (descriptor.length != 3 || descriptor[2] < 1 || descriptor[2] > 16) {
            return Optional.empty();
        }
        int count = (descriptor[0] & 0xFFFF) == 0 ? ALL_16_BITS : descriptor[0] & 0xFFFF;
        int first = signed ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        int[] entries = entries(item.bytes(Tag.LUT_DATA), count);
        return entries.length == count ? Optional.of(new LookUp(first, descriptor[2], entries)) : Optional.empty();
    }

    /** 16 bits an entry, or 8 where there are only so many bytes; none where there are too few. */
    static int[] entries(ByteSlice bytes, int count) {
        boolean wide = bytes.length() >= 2 * count;
        if (!wide && bytes.length() < count) {
            return new int[0];
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = wide ? bytes.at(2 * i) | bytes.at(2 * i + 1) << 8 : bytes.at(i);
        }
        return entries;
    }

    int of(double value) {
        long index = Math.clamp(Math.round(value) - first, 0, entries.length - 1);
        return entries[(int) index];
    }

    /** The largest entry that its bits can write, or that it has. */
    int most() {
        int most = (1 << bits) - 1;
        for (int entry : entries) {
            most = Math.max(most, entry);
        }
        return most;
    }
}
