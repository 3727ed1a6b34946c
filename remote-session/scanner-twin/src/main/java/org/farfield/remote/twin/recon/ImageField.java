package org.farfield.remote.twin.recon;

/**
 * The square of a picture in the axial plane, mm: {@code matrix} x {@code matrix} pixels over {@code fieldMm}, centred
 * at a point.
 */
public record ImageField(int matrix, double fieldMm, double centerXMm, double centerYMm) {
    public double pixelMm() {
        return fieldMm / matrix;
    }

    /** x of a column's centre. */
    public double x(double column) {
        return centerXMm + (column - (matrix - 1) / 2.0) * pixelMm();
    }

    /** y of a row's centre. */
    public double y(double row) {
        return centerYMm + (row - (matrix - 1) / 2.0) * pixelMm();
    }
}
