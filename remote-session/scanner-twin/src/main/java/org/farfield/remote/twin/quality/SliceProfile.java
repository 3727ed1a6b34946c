package org.farfield.remote.twin.quality;

import org.farfield.remote.twin.phantom.QualityPhantom;
import org.farfield.remote.twin.recon.ImageField;

/** The slice sensitivity profile, from the plate of the quality phantom that climbs through the slice. */
public final class SliceProfile {
    private SliceProfile() {}

    /** Full width at half maximum along z in mm, of a slice through the middle of the plate. */
    public static double widthMm(Picture picture) {
        ImageField field = picture.field();
        double[] profile = new double[field.matrix()];
        for (int column = 0; column < profile.length; column++) {
            int n = 0;
            for (int row = 0; row < field.matrix(); row++) {
                if (Math.abs(field.y(row)) < 12) {
                    profile[column] += picture.at(row, column);
                    n++;
                }
            }
            profile[column] /= n;
        }
        double peak = 0;
        for (double v : profile) {
            peak = Math.max(peak, v);
        }
        int low = 0;
        while (profile[low] < peak / 2) {
            low++;
        }
        int high = profile.length - 1;
        while (profile[high] < peak / 2) {
            high--;
        }
        double from = low - (profile[low] - peak / 2) / (profile[low] - profile[low - 1]);
        double to = high + (profile[high] - peak / 2) / (profile[high] - profile[high + 1]);
        return (to - from) * field.pixelMm() / QualityPhantom.RAMP_MM_PER_MM;
    }
}
