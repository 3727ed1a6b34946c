package org.farfield.workstation.report.gsps;

/** Data elements of presentation states (PS3.3 C.10, C.11.8 to C.11.11, C.7.6.11), as {@code 0xGGGGEEEE}. */
final class GspsTag {
    static final int SHUTTER_SHAPE = 0x00181600;
    static final int SHUTTER_LEFT_VERTICAL_EDGE = 0x00181602;
    static final int SHUTTER_RIGHT_VERTICAL_EDGE = 0x00181604;
    static final int SHUTTER_UPPER_HORIZONTAL_EDGE = 0x00181606;
    static final int SHUTTER_LOWER_HORIZONTAL_EDGE = 0x00181608;
    static final int CENTER_OF_CIRCULAR_SHUTTER = 0x00181610;
    static final int RADIUS_OF_CIRCULAR_SHUTTER = 0x00181612;
    static final int VERTICES_OF_THE_POLYGONAL_SHUTTER = 0x00181620;
    static final int SHUTTER_PRESENTATION_VALUE = 0x00181622;
    static final int SOFTCOPY_VOI_LUT_SEQUENCE = 0x00283110;
    static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
    static final int GRAPHIC_LAYER = 0x00700002;
    static final int BOUNDING_BOX_ANNOTATION_UNITS = 0x00700003;
    static final int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
    static final int GRAPHIC_ANNOTATION_UNITS = 0x00700005;
    static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
    static final int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
    static final int BOUNDING_BOX_TOP_LEFT = 0x00700010;
    static final int BOUNDING_BOX_BOTTOM_RIGHT = 0x00700011;
    static final int BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION = 0x00700012;
    static final int ANCHOR_POINT = 0x00700014;
    static final int ANCHOR_POINT_VISIBILITY = 0x00700015;
    static final int GRAPHIC_DIMENSIONS = 0x00700020;
    static final int NUMBER_OF_GRAPHIC_POINTS = 0x00700021;
    static final int GRAPHIC_DATA = 0x00700022;
    static final int GRAPHIC_TYPE = 0x00700023;
    static final int GRAPHIC_FILLED = 0x00700024;
    static final int IMAGE_HORIZONTAL_FLIP = 0x00700041;
    static final int IMAGE_ROTATION = 0x00700042;
    static final int DISPLAYED_AREA_TOP_LEFT = 0x00700052;
    static final int DISPLAYED_AREA_BOTTOM_RIGHT = 0x00700053;
    static final int DISPLAYED_AREA_SELECTION_SEQUENCE = 0x0070005A;
    static final int GRAPHIC_LAYER_SEQUENCE = 0x00700060;
    static final int GRAPHIC_LAYER_ORDER = 0x00700062;
    static final int CONTENT_LABEL = 0x00700080;
    static final int CONTENT_DESCRIPTION = 0x00700081;
    static final int PRESENTATION_CREATION_DATE = 0x00700082;
    static final int PRESENTATION_CREATION_TIME = 0x00700083;
    static final int CONTENT_CREATOR_NAME = 0x00700084;
    static final int PRESENTATION_SIZE_MODE = 0x00700100;
    static final int PRESENTATION_PIXEL_SPACING = 0x00700101;
    static final int PRESENTATION_PIXEL_ASPECT_RATIO = 0x00700102;
    static final int PRESENTATION_PIXEL_MAGNIFICATION_RATIO = 0x00700103;
    static final int PRESENTATION_LUT_SEQUENCE = 0x20500010;
    static final int PRESENTATION_LUT_SHAPE = 0x20500020;

    private GspsTag() {}
}
