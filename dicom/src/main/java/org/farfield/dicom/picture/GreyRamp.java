package org.farfield.dicom.picture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;

/**
 * From stored values to grey: modality (PS3.3 C.11.1), values of interest (C.11.2), polarity. Values of up to 16 bits
 * go through a table, wider and floating point ones one by one; their window is LINEAR_EXACT unless it is SIGMOID,
 * since a window of LINEAR is no narrower than 1, and what is no number is black.
 */
final class GreyRamp {
    private static final int OPAQUE = 0xFF000000;
    private static final int FLOAT_PADDING = 0x00280122;
    private static final int DOUBLE_PADDING = 0x00280123;
    private static final int FLOAT_PADDING_LIMIT = 0x00280124;
    private static final int DOUBLE_PADDING_LIMIT = 0x00280125;

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
        DoubleUnaryOperator voi = voi(options, slice.voiFunction(), () -> range(words, modality, low));
        boolean inverse = isInverse();
        int[] grey = new int[count];
        for (int i = 0; i < count; i++) {
            grey[i] = grey(voi.applyAsDouble(modality[i]), inverse);
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = grey[value(words[i]) - low];
        }
    }

    /** Draws stored values of more than 16 bits. */
    void draw(double[] stored, PictureOptions options, int[] argb) {
        DoubleUnaryOperator modality = modality();
        String function = slice.voiFunction().equals("SIGMOID") ? "SIGMOID" : "LINEAR_EXACT";
        DoubleUnaryOperator voi = voi(options, function, () -> range(stored, modality));
        boolean inverse = isInverse();
        for (int i = 0; i < argb.length; i++) {
            double value = voi.applyAsDouble(modality.applyAsDouble(stored[i]));
            argb[i] = Double.isNaN(value) ? OPAQUE : grey(value, inverse);
        }
    }

    /** The least and the greatest value there is after the modality transform, padding left out. */
    double[] range(double[] stored) {
        return range(stored, modality());
    }

    private boolean isInverse() {
        return format.photometric().equals("MONOCHROME1")
                || dataSet.string(Tag.PRESENTATION_LUT_SHAPE).orElse("").equals("INVERSE");
    }

    private static int grey(double value, boolean inverse) {
        int level = (int) Math.clamp(Math.floor(value * 255 + 0.5), 0, 255);
        return OPAQUE | (inverse ? 255 - level : level) * 0x010101;
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
    private DoubleUnaryOperator voi(PictureOptions options, String function, Supplier<double[]> range) {
        if (options.window().isPresent()) {
            return window(options.window().get(), format.bitsAllocated() > 16 ? "LINEAR_EXACT" : "LINEAR");
        }
        List<double[]> windows = slice.windows();
        if (!windows.isEmpty()) {
            return window(windows.getFirst(), function);
        }
        boolean signed = format.signed() || slice.rescaleIntercept() < 0;
        Optional<LookUp> table = dataSet.item(Tag.VOI_LUT_SEQUENCE).flatMap(item -> LookUp.of(item, signed));
        if (table.isPresent()) {
            double most = table.get().most();
            return value -> table.get().of(value) / most;
        }
        double[] ends = range.get();
        double span = ends[1] - ends[0];
        return span > 0 ? x -> Math.clamp((x - ends[0]) / span, 0, 1) : x -> 0;
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

    /** The same of wider values; what is not finite is left out too. */
    private double[] range(double[] stored, DoubleUnaryOperator modality) {
        double[] padding = padding();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : stored) {
            if (Double.isFinite(value) && !(value >= padding[0] && value <= padding[1])) {
                least = Math.min(least, modality.applyAsDouble(value));
                most = Math.max(most, modality.applyAsDouble(value));
            }
        }
        return least <= most ? new double[] {least, most} : new double[] {0, 0};
    }

    /** The values from and to that stand for no picture (PS3.3 C.7.5.1.1.2); no number where there is none. */
    private double[] padding() {
        int value = switch (format.bitsAllocated()) {
            case 32 -> dataSet.contains(Tag.FLOAT_PIXEL_DATA) ? FLOAT_PADDING : Tag.PIXEL_PADDING_VALUE;
            case 64 -> DOUBLE_PADDING;
            default -> Tag.PIXEL_PADDING_VALUE;
        };
        int limit = switch (value) {
            case FLOAT_PADDING -> FLOAT_PADDING_LIMIT;
            case DOUBLE_PADDING -> DOUBLE_PADDING_LIMIT;
            default -> Tag.PIXEL_PADDING_RANGE_LIMIT;
        };
        double one = dataSet.decimal(value).orElse(Double.NaN);
        double other = dataSet.decimal(limit).orElse(one);
        return new double[] {Math.min(one, other), Math.max(one, other)};
    }

    /** The least and the greatest value there is, padding left out. */
    private double[] range(short[] words, double[] modality, int low) {
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
        return least <= most ? new double[] {least, most} : new double[] {0, 0};
    }
}
