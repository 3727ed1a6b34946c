package org.farfield.remote.twin.quality;

import org.farfield.remote.twin.recon.ImageField;

/** A slice in HU, row by row, with the square that it shows. The values belong to it from now on. Immutable. */
public final class Picture {
    private final ImageField field;
    private final float[] hounsfield;

    public Picture(ImageField field, float[] hounsfield) {
        this.field = field;
        this.hounsfield = hounsfield;
    }

    public ImageField field() {
        return field;
    }

    /** Mean, standard deviation and number of the pixels of a region. */
    public record Region(double mean, double deviation, int count) {}

    /** The disc around a point, mm. */
    public Region disc(double x, double y, double radius) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int row = 0; row < field.matrix(); row++) {
            for (int column = 0; column < field.matrix(); column++) {
                if (Math.hypot(field.x(column) - x, field.y(row) - y) < radius) {
                    double v = at(row, column);
                    sum += v;
                    squares += v * v;
                    n++;
                }
            }
        }
        return new Region(sum / n, Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n))), n);
    }

    /** Where the mass lies that differs from a background by more than half of a step, near a point: (x, y) in mm. */
    public double[] center(double x, double y, double radius, double background, double step) {
        double mass = 0;
        double mx = 0;
        double my = 0;
        for (int row = 0; row < field.matrix(); row++) {
            for (int column = 0; column < field.matrix(); column++) {
                double part = (at(row, column) - background) / step;
                if (part > 0.2 && Math.hypot(field.x(column) - x, field.y(row) - y) < radius) {
                    mass += part;
                    mx += part * field.x(column);
                    my += part * field.y(row);
                }
            }
        }
        return new double[] {mx / mass, my / mass};
    }

    /** This picture less another of the same square: what is noise of both. */
    public Picture minus(Picture other) {
        float[] difference = hounsfield.clone();
        for (int k = 0; k < difference.length; k++) {
            difference[k] -= other.hounsfield[k];
        }
        return new Picture(field, difference);
    }

    float at(int row, int column) {
        return hounsfield[row * field.matrix() + column];
    }
}
