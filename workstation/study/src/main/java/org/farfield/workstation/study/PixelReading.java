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
        boolean inverse = d.string(Tag.PRESENTATION_LUT_SHAPE).orElse("").equals("INVERSE");
        boolean lowIsWhite = photometric.equals("MONOCHROME1") || inverse;
        boolean monochrome = photometric.equals("MONOCHROME1") || photometric.equals("MONOCHROME2");
        int bitsAllocated = d.integer(Tag.BITS_ALLOCATED).orElse(0);
        int bitsStored = d.integer(Tag.BITS_STORED).orElse(bitsAllocated);
        double slope = slice.rescaleSlope();
        if (!monochrome || bitsStored < 1 || bitsStored > 16 || bitsAllocated > 16 || slope == 0) {
            return Optional.empty();
        }
        boolean signed = d.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        Optional<ModalityTransform> modality = modality(d, slice, signed);
        if (modality.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StoredValues(
                bitsStored,
                signed,
                lowIsWhite,
                modality.get(),
                padding(slice, signed),
                unit(d, slice),
                window(slice).or(() -> table(d, signed || slice.rescaleIntercept() < 0))));
    }

    /** A Modality LUT takes the place of slope and intercept; empty where it makes no sense. */
    private static Optional<ModalityTransform> modality(DataSet d, SliceAttributes slice, boolean signed) {
        Optional<DataSet> item = d.item(Tag.MODALITY_LUT_SEQUENCE);
        if (item.isEmpty()) {
            return Optional.of(new ModalityTransform.Linear(slice.rescaleSlope(), slice.rescaleIntercept()));
        }
        return LutReading.of(item.get(), signed).map(ModalityTransform.Table::new);
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

    private static String unit(DataSet d, SliceAttributes slice) {
        String type = d.item(Tag.MODALITY_LUT_SEQUENCE)
                .flatMap(item -> item.string(Tag.MODALITY_LUT_TYPE))
                .orElse(slice.rescaleType());
        if (type.isEmpty() || type.equals("US")) {
            return slice.modality().equals("CT") ? "HU" : "";
        }
        return type;
    }

    /** VOI LUT Function (0028,1056) says how centre and width are meant; one that is not known is LINEAR. */
    private static Optional<VoiTransform> window(SliceAttributes slice) {
        return slice.windows().stream().findFirst().map(window -> switch (slice.voiFunction()) {
            case "SIGMOID" -> new VoiTransform.Sigmoid(window[0], window[1]);
            case "LINEAR_EXACT" -> new VoiTransform.LinearExact(window[0], window[1]);
            default -> new VoiTransform.Window(window[0], window[1]);
        });
    }

    private static Optional<VoiTransform> table(DataSet d, boolean signedInput) {
        return d.item(Tag.VOI_LUT_SEQUENCE)
                .flatMap(item -> LutReading.of(item, signedInput)
                        .map(table -> new VoiTransform.Table(
                                table, item.string(Tag.LUT_EXPLANATION).orElse(""))));
    }
}
