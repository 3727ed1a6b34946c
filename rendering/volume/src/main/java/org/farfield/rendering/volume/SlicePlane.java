package org.farfield.rendering.volume;

/**
 * One slice's place as the Image Plane module gives it (PS3.3 C.7.6.2).
 *
 * @param columns number of columns (0028,0011)
 * @param rows number of rows (0028,0010)
 * @param position centre of the first voxel, Image Position (Patient) (0020,0032), mm
 * @param rowDirection along a row, to higher columns: first triple of Image Orientation (Patient) (0020,0037)
 * @param columnDirection along a column, to higher rows: second triple
 * @param columnSpacingMm from column to column: <em>second</em> value of Pixel Spacing (0028,0030)
 * @param rowSpacingMm from row to row: <em>first</em> value of Pixel Spacing
 */
public record SlicePlane(
        int columns,
        int rows,
        PatientPoint position,
        PatientVector rowDirection,
        PatientVector columnDirection,
        double columnSpacingMm,
        double rowSpacingMm,
        FrameOfReference frameOfReference) {

    /** Perpendicular to the slice, length 1; for an axial slice of a supine patient towards the head. */
    public PatientVector normal() {
        return rowDirection.cross(columnDirection).normalized();
    }
}
