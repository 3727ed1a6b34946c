package org.farfield.workstation.study.structures;

import org.farfield.dicom.Tag;

/** Elements of the Segment Sequence (PS3.3 C.8.20.4) and of structure sets (C.8.8.5, C.8.8.6). */
final class StructureTag {
    static final int SEGMENTATION_TYPE = Tag.of("SegmentationType");
    static final int MAXIMUM_FRACTIONAL_VALUE = Tag.of("MaximumFractionalValue");
    static final int SEGMENT_SEQUENCE = Tag.of("SegmentSequence");
    static final int SEGMENT_NUMBER = Tag.of("SegmentNumber");
    static final int SEGMENT_LABEL = Tag.of("SegmentLabel");
    static final int RECOMMENDED_DISPLAY_CIELAB = Tag.of("RecommendedDisplayCIELabValue");
    static final int SEGMENT_IDENTIFICATION_SEQUENCE = Tag.of("SegmentIdentificationSequence");
    static final int REFERENCED_SEGMENT_NUMBER = Tag.of("ReferencedSegmentNumber");
    static final int SPACING_BETWEEN_SLICES = Tag.of("SpacingBetweenSlices");
    static final int PIXEL_MEASURES_SEQUENCE = Tag.of("PixelMeasuresSequence");
    static final int CONTENT_LABEL = Tag.of("ContentLabel");
    static final int STRUCTURE_SET_LABEL = Tag.of("StructureSetLabel");
    static final int STRUCTURE_SET_ROI_SEQUENCE = Tag.of("StructureSetROISequence");
    static final int ROI_NUMBER = Tag.of("ROINumber");
    static final int ROI_NAME = Tag.of("ROIName");
    static final int REFERENCED_FRAME_OF_REFERENCE_UID = Tag.of("ReferencedFrameOfReferenceUID");
    static final int ROI_CONTOUR_SEQUENCE = Tag.of("ROIContourSequence");
    static final int REFERENCED_ROI_NUMBER = Tag.of("ReferencedROINumber");
    static final int ROI_DISPLAY_COLOR = Tag.of("ROIDisplayColor");
    static final int CONTOUR_SEQUENCE = Tag.of("ContourSequence");
    static final int CONTOUR_GEOMETRIC_TYPE = Tag.of("ContourGeometricType");
    static final int CONTOUR_DATA = Tag.of("ContourData");

    private StructureTag() {}
}
