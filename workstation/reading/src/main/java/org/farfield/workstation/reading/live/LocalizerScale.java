package org.farfield.workstation.reading.live;

/**
 * Where a localizer's pixels lie in the patient (PS3.3 C.7.6.2): a frontal or lateral view whose rows run across the
 * patient and whose columns run along the table. All lengths in millimetres, patient coordinates (LPS).
 *
 * @param columns image width in pixels
 * @param rows image height in pixels
 * @param firstAcrossMm the coordinate across the patient (x of a frontal, y of a lateral view) of column 0
 * @param acrossPerColumnMm its change from one column to the next, signed
 * @param firstAlongMm z of row 0
 * @param alongPerRowMm the change of z from one row to the next, signed (negative when the head is at the top)
 */
public record LocalizerScale(
        int columns,
        int rows,
        double firstAcrossMm,
        double acrossPerColumnMm,
        double firstAlongMm,
        double alongPerRowMm) {

    public LocalizerScale {
        if (columns < 1 || rows < 1 || acrossPerColumnMm == 0 || alongPerRowMm == 0) {
            throw new IllegalArgumentException("a localizer needs pixels and a spacing");
        }
    }

    /**
     * The scale of an image with the given position, orientation (row direction then column direction) and spacing.
     *
     * @throws IllegalArgumentException if its columns do not run along the table or its rows do not run across
     */
    public static LocalizerScale of(
            int columns,
            int rows,
            double[] position,
            double[] orientation,
            double columnSpacingMm,
            double rowSpacingMm) {
        int across = Math.abs(orientation[0]) >= Math.abs(orientation[1]) ? 0 : 1;
        if (Math.abs(orientation[5]) < 0.99 || Math.abs(orientation[across]) < 0.99) {
            throw new IllegalArgumentException("the localizer does not lie along the table");
        }
        return new LocalizerScale(
                columns,
                rows,
                position[across],
                orientation[across] * columnSpacingMm,
                position[2],
                orientation[5] * rowSpacingMm);
    }

    /** z at a (continuous) row; a pixel's centre is the whole number. */
    public double alongAt(double row) {
        return firstAlongMm + row * alongPerRowMm;
    }

    public double rowAt(double alongMm) {
        return (alongMm - firstAlongMm) / alongPerRowMm;
    }

    public double acrossAt(double column) {
        return firstAcrossMm + column * acrossPerColumnMm;
    }

    public double columnAt(double acrossMm) {
        return (acrossMm - firstAcrossMm) / acrossPerColumnMm;
    }

    /** Width over height of the picture in the patient, for drawing it to scale. */
    public double aspect() {
        return columns * Math.abs(acrossPerColumnMm) / (rows * Math.abs(alongPerRowMm));
    }
}
