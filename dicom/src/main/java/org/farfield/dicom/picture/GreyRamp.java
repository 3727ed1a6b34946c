package org.farfield.dicom.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;

/** From stored values to grey: modality (PS3.3 C.11.1), values of interest (C.11.2), polarity. */
final class GreyRamp {
    private static final int OPAQUE = 0xFF000000;

    private final DataSet dataSet;
    private final PixelFormat format;
    private final SliceAttributes slice;

    GreyRamp(DataSet dataSet, PixelFormat format, int frame) {
        this.dataSet = dataSet;
        this.format = format;
        this.slice = SliceAttributes.of(dataSet, frame);
    }

    void draw(short[] words, PictureOptions options, int[] argb) {
        boolean signed = format.signed();
        int low = signed ? -(1 << (format.bitsStored() - 1)) : 0;
        int count = 1 << format.bitsStored();
        double[] modality = new double[count];
        DoubleUnaryOperator transform = modality();
        for (int i = 0; i < count; i++) {
            modality[i] = transform.applyAsDouble(low + i);
        }
        DoubleUnaryOperator voi = voi(words, modality, low, options);
        boolean inverse = format.photometric().equals("MONOCHROME1")
                || dataSet.string(Tag.PRESENTATION_LUT_SHAPE).orElse("").equals("INVERSE");
        int[] grey = new int[count];
        for (int i = 0; i < count; i++) {
            int level = (int) Math.clamp(Math.floor(voi.applyAsDouble(modality[i]) * 255 + 0.5), 0, 255);
            grey[i] = OPAQUE | (inverse ? 255 - level : level) * 0x010101;
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = grey[value(words[i]) - low];
        }
    }

    private int value(short word) {
        return format.signed() ? word : word & 0xFFFF;
    }

    private DoubleUnaryOperator modality() {
        Optional<LookUp> table =
                dataSet.item(Tag.MODALITY_LUT_SEQUENCE).flatMap(item -> LookUp.of(item, format.signed()));
        if (table.isPresent()) {
            return value -> table.get().of(value);
        }
        double slope = slice.rescaleSlope() == 0 ? 1 : slice.rescaleSlope();
        return value -> value * slope + slice.rescaleIntercept();
    }

    /** To 0..1. */
    private DoubleUnaryOperator voi(short[] words, double[] modality, int low, PictureOptions options) {
        if (options.window().isPresent()) {
            return window(options.window().get(), "LINEAR");
        }
        List<double[]> windows = slice.windows();
        if (!windows.isEmpty()) {
            return window(windows.getFirst(), slice.voiFunction());
        }
        boolean signed = format.signed() || slice.rescaleIntercept() < 0;
        Optional<LookUp> table = dataSet.item(Tag.VOI_LUT_SEQUENCE).flatMap(item -> LookUp.of(item, signed));
        if (table.isPresent()) {
            double most = table.get().most();
            return value -> table.get().of(value) / most;
        }
        return range(words, modality, low);
    }

    /** PS3.3 C.11.2.1.2 and C.11.2.1.3. */
    private static DoubleUnaryOperator window(double[] window, String function) {
        double center = window[0];
        double width = window[1];
        return switch (function) {
            case "SIGMOID" -> x -> 1 / (1 + Math.exp(-4 * (x - center) / width));
            case "LINEAR_EXACT" -> x -> Math.clamp((x - center) / width + 0.5, 0, 1);
            default ->
                width <= 1
                        ? x -> x <= center - 0.5 ? 0 : 1
                        : x -> Math.clamp((x - (center - 0.5)) / (width - 1) + 0.5, 0, 1);
        };
    }

    /** From the least to the greatest value there is, padding left out. */
    private DoubleUnaryOperator range(short[] words, double[] modality, int low) {
        OptionalInt padding = slice.paddingValue();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < format.rows() * format.columns(); i++) {
            int stored = value(words[i]);
            if (padding.isPresent() && (short) stored == (short) padding.getAsInt()) {
                continue;
            }
            double value = modality[stored - low];
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double from = least;
        double span = most - least;
        return span > 0 ? x -> Math.clamp((x - from) / span, 0, 1) : x -> 0;
    }
}
