package org.farfield.workstation.study;

import java.util.Optional;
import java.util.OptionalInt;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;

/** Takes from a header how an image's stored values are to be read (PS3.3 C.7.6.3, C.11.1, C.11.2). */
final class PixelReading {
    private PixelReading() {}

    /** Empty where the object holds no monochrome image of at most 16 bits, or none whose values are linear. */
    static Optional<StoredValues> of(DataSet d, SliceAttributes slice) {
        String photometric = d.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("");
        boolean lowIsWhite = photometric.equals("MONOCHROME1");
        boolean monochrome = lowIsWhite || photometric.equals("MONOCHROME2");
        int bitsAllocated = d.integer(Tag.BITS_ALLOCATED).orElse(0);
        int bitsStored = d.integer(Tag.BITS_STORED).orElse(bitsAllocated);
        boolean curved = !d.sequence(Tag.MODALITY_LUT_SEQUENCE).isEmpty();
        double slope = slice.rescaleSlope();
        if (!monochrome || curved || bitsStored < 1 || bitsStored > 16 || bitsAllocated > 16 || slope == 0) {
            return Optional.empty();
        }
        boolean signed = d.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        return Optional.of(new StoredValues(
                bitsStored,
                signed,
                lowIsWhite,
                new ModalityTransform.Linear(slope, slice.rescaleIntercept()),
                padding(slice, signed),
                unit(slice),
                window(slice)));
    }

    private static PixelPadding padding(SliceAttributes slice, boolean signed) {
        OptionalInt value = slice.paddingValue();
        if (value.isEmpty()) {
            return PixelPadding.NONE;
        }
        int limit = slice.paddingRangeLimit().orElse(value.getAsInt());
        return PixelPadding.range(stored(value.getAsInt(), signed), stored(limit, signed));
    }

    /** The two elements are "US or SS"; a file in implicit form, or one written wrongly, does not say which. */
    private static int stored(int value, boolean signed) {
        return signed ? (short) value : value & 0xffff;
    }

    private static String unit(SliceAttributes slice) {
        String type = slice.rescaleType();
        if (type.isEmpty() || type.equals("US")) {
            return slice.modality().equals("CT") ? "HU" : "";
        }
        return type;
    }

    private static Optional<VoiTransform.Window> window(SliceAttributes slice) {
        return slice.windows().stream().findFirst().map(window -> new VoiTransform.Window(window[0], window[1]));
    }
}
