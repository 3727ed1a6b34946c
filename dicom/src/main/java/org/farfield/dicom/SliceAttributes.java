package org.farfield.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What places one image or frame in its series and in the patient, and turns stored values into the modality's unit.
 * Plain numbers. An attribute that is absent or malformed is empty, never a guess.
 *
 * @param sopInstanceUid SOP Instance UID, "" when absent
 * @param frame index of the frame in its instance, from 0
 * @param seriesUid Series Instance UID, "" when absent
 * @param studyUid Study Instance UID, "" when absent
 * @param frameOfReferenceUid Frame of Reference UID, "" when absent
 * @param modality Modality, "" when absent
 * @param imageType Image Type, e.g. ORIGINAL, PRIMARY, LOCALIZER
 * @param instanceNumber Instance Number
 * @param acquisitionNumber Acquisition Number
 * @param rows rows of the image, 0 when absent
 * @param columns columns of the image, 0 when absent
 * @param position centre of the first pixel, mm, LPS: x, y, z (PS3.3 C.7.6.2.1.1)
 * @param orientation direction along a row, then down a column: six cosines (PS3.3 C.7.6.2.1.1)
 * @param spacing mm between rows, then mm between columns, in the order of Pixel Spacing (PS3.3 10.7.1.3)
 * @param sliceThicknessMm Slice Thickness
 * @param rescaleSlope Rescale Slope (PS3.3 C.11.1), or the Dose Grid Scaling of an RT Dose (C.8.8.3), 1 when absent
 * @param rescaleIntercept Rescale Intercept, 0 when absent
 * @param rescaleType the unit after rescaling ("HU"), or the Dose Units of an RT Dose ("GY"), "" when absent
 * @param paddingValue Pixel Padding Value, a stored value (PS3.3 C.7.5.1.1.2)
 * @param paddingRangeLimit Pixel Padding Range Limit, a stored value
 * @param windows centre and width of each window the file brings; the width is at least 1, or over 0 where the function
 *     is not LINEAR (PS3.3 C.11.2.1.2, C.11.2.1.3)
 * @param voiFunction VOI LUT Function: LINEAR (also when absent), LINEAR_EXACT or SIGMOID
 */
public record SliceAttributes(
        String sopInstanceUid,
        int frame,
        String seriesUid,
        String studyUid,
        String frameOfReferenceUid,
        String modality,
        List<String> imageType,
        OptionalInt instanceNumber,
        OptionalInt acquisitionNumber,
        int rows,
        int columns,
        Optional<double[]> position,
        Optional<double[]> orientation,
        Optional<double[]> spacing,
        OptionalDouble sliceThicknessMm,
        double rescaleSlope,
        double rescaleIntercept,
        String rescaleType,
        OptionalInt paddingValue,
        OptionalInt paddingRangeLimit,
        List<double[]> windows,
        String voiFunction) {
    private static final int DOSE_UNITS = 0x30040002;
    private static final int DOSE_GRID_SCALING = 0x3004000E;

    /** Attributes of the instance, or of its first frame where it has functional groups. */
    public static SliceAttributes of(DataSet dataSet) {
        return of(dataSet, 0);
    }

    /**
     * Attributes of one frame. In enhanced multi-frame instances they come from the frame's functional groups, then
     * from the shared ones (PS3.3 C.7.6.16), then from the instance.
     */
    public static SliceAttributes of(DataSet dataSet, int frame) {
        FrameAttributes in = new FrameAttributes(dataSet, frame);
        DataSet plane = in.group(Tag.PLANE_POSITION_SEQUENCE);
        DataSet direction = in.group(Tag.PLANE_ORIENTATION_SEQUENCE);
        DataSet measures = in.group(Tag.PIXEL_MEASURES_SEQUENCE);
        DataSet rescale = in.group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        DataSet voi = in.group(Tag.FRAME_VOI_LUT_SEQUENCE);
        return new SliceAttributes(
                dataSet.string(Tag.SOP_INSTANCE_UID).orElse(""),
                frame,
                dataSet.string(Tag.SERIES_INSTANCE_UID).orElse(""),
                dataSet.string(Tag.STUDY_INSTANCE_UID).orElse(""),
                dataSet.string(Tag.FRAME_OF_REFERENCE_UID).orElse(""),
                dataSet.string(Tag.MODALITY).orElse(""),
                dataSet.strings(Tag.IMAGE_TYPE),
                dataSet.integer(Tag.INSTANCE_NUMBER),
                dataSet.integer(Tag.ACQUISITION_NUMBER),
                dataSet.integer(Tag.ROWS).orElse(0),
                dataSet.integer(Tag.COLUMNS).orElse(0),
                exactly(plane.decimals(Tag.IMAGE_POSITION_PATIENT), 3),
                exactly(direction.decimals(Tag.IMAGE_ORIENTATION_PATIENT), 6),
                exactly(measures.decimals(Tag.PIXEL_SPACING), 2).filter(mm -> mm[0] > 0 && mm[1] > 0),
                measures.decimal(Tag.SLICE_THICKNESS),
                rescale.decimal(Tag.RESCALE_SLOPE)
                        .orElse(dataSet.decimal(DOSE_GRID_SCALING).orElse(1)),
                rescale.decimal(Tag.RESCALE_INTERCEPT).orElse(0),
                rescale.string(Tag.RESCALE_TYPE)
                        .orElse(dataSet.string(DOSE_UNITS).orElse("")),
                dataSet.integer(Tag.PIXEL_PADDING_VALUE),
                dataSet.integer(Tag.PIXEL_PADDING_RANGE_LIMIT),
                windows(voi),
                voi.string(Tag.VOI_LUT_FUNCTION).orElse("LINEAR"));
    }

    private static Optional<double[]> exactly(double[] values, int count) {
        return values.length == count ? Optional.of(values) : Optional.empty();
    }

    private static List<double[]> windows(DataSet voi) {
        double[] centers = voi.decimals(Tag.WINDOW_CENTER);
        double[] widths = voi.decimals(Tag.WINDOW_WIDTH);
        boolean linear = voi.string(Tag.VOI_LUT_FUNCTION).orElse("LINEAR").equals("LINEAR");
        List<double[]> windows = new java.util.ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            if (widths[i] >= 1 || (!linear && widths[i] > 0)) {
                windows.add(new double[] {centers[i], widths[i]});
            }
        }
        return List.copyOf(windows);
    }
}
