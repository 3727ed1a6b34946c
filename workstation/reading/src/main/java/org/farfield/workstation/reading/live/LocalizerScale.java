package org.farfield.workstation.reading.live;

import org.farfield.remote.protocol.LocalizerView;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * Where a localizer's pixels lie in the patient (PS3.3 C.7.6.2): a frontal or lateral view whose rows run across the
 * patient and whose columns run along the table. All lengths in millimetres, patient coordinates (LPS).
 *
 * @param view frontal: x is across; lateral: y is across
 * @param columns image width in pixels
 * @param rows image height in pixels
 * @param firstAcrossMm the coordinate across the patient of the centre of column 0
 * @param acrossPerColumnMm its change from one column to the next, signed
 * @param firstAlongMm z of the centre of row 0
 * @param alongPerRowMm the change of z from one row to the next, signed (negative when the head is at the top)
 */
public record LocalizerScale(
        LocalizerView view,
        int columns,
        int rows,
        double firstAcrossMm,
        double acrossPerColumnMm,
        double firstAlongMm,
        double alongPerRowMm) {

    private static final double ALONG_AN_AXIS = 0.99;

    public LocalizerScale {
        if (columns < 1 || rows < 1 || acrossPerColumnMm == 0 || alongPerRowMm == 0) {
            throw new IllegalArgumentException("a localizer needs pixels and a spacing");
        }
    }

    /**
     * The scale of a localizer.
     *
     * @throws IllegalArgumentException if its columns do not run along the table or its rows do not run across
     */
    public static LocalizerScale of(VolumeGeometry geometry) {
        PatientVector across = geometry.columnStep();
        PatientVector along = geometry.rowStep();
        PatientPoint first = geometry.origin();
        boolean frontal = Math.abs(across.x()) >= Math.abs(across.y());
        double perColumn = frontal ? across.x() : across.y();
        if (Math.abs(along.z()) < ALONG_AN_AXIS * along.length()
                || Math.abs(perColumn) < ALONG_AN_AXIS * across.length()) {
            throw new IllegalArgumentException("the localizer does not lie along the table");
        }
        return new LocalizerScale(
                frontal ? LocalizerView.AP : LocalizerView.LATERAL,
                geometry.columns(),
                geometry.rows(),
                frontal ? first.x() : first.y(),
                perColumn,
                first.z(),
                along.z());
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
