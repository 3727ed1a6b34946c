package org.farfield.remote.protocol.message;

/**
 * Where the slices of a series lie and what their stored values mean, so that a volume can be laid out before the first
 * slice is there. Positions in mm (LPS). Immutable.
 *
 * @param firstX position of the centre of the first voxel of slot 0 (PS3.3 C.7.6.2.1.1)
 * @param rowX unit vector along a row (first triple of Image Orientation (Patient))
 * @param columnX unit vector down a column (second triple)
 * @param columnSpacingMm distance between columns
 * @param rowSpacingMm distance between rows
 * @param stepX from slot k to slot k + 1
 * @param signed whether stored values are signed (Pixel Representation 1)
 * @param rescaleSlope PS3.3 C.11.1
 * @param rescaleIntercept PS3.3 C.11.1
 */
public record SeriesGeometry(
        int columns,
        int rows,
        double firstX,
        double firstY,
        double firstZ,
        double rowX,
        double rowY,
        double rowZ,
        double columnX,
        double columnY,
        double columnZ,
        double columnSpacingMm,
        double rowSpacingMm,
        double stepX,
        double stepY,
        double stepZ,
        String frameOfReferenceUid,
        boolean signed,
        double rescaleSlope,
        double rescaleIntercept) {

    /** Most rows or columns of a live slice. */
    public static final int MOST_PIXELS_A_SIDE = 4096;

    /** Refuses a matrix without pixels or with more than can be live. */
    public SeriesGeometry {
        if (columns < 1 || rows < 1 || columns > MOST_PIXELS_A_SIDE || rows > MOST_PIXELS_A_SIDE) {
            throw new IllegalArgumentException("matrix " + columns + " x " + rows + " is not within 1 to 4096");
        }
    }
}
