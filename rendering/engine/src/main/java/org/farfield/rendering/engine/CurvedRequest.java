package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * A curved reformat: the path runs down the picture, its first point on top.
 *
 * @param across straightened: the direction to the right at the path's first point, as far as it is perpendicular to
 *     the path; stretched: the direction to the right everywhere
 * @param mmPerPixel in both directions; the middle of the path's length is in the picture's middle
 */
public record CurvedRequest(
        Volume volume,
        CurvePath path,
        CurvedLayout layout,
        PatientVector across,
        double mmPerPixel,
        int width,
        int height,
        Interpolation interpolation,
        VoiTransform voi,
        boolean inverted)
        implements RenderRequest {

    public CurvedRequest {
        RenderRequest.checkSize(width, height);
        if (!(mmPerPixel > 0) || !Double.isFinite(mmPerPixel) || !(across.length() > 0)) {
            throw new IllegalArgumentException("a curved picture of " + mmPerPixel + " mm a pixel, across " + across);
        }
        if (!(CurvedSheet.of(path, layout, across).heightMm() > 0)) {
            throw new IllegalArgumentException(
                    "the path runs straight along the direction that it is to be stretched by");
        }
    }

    /** The axis of the patient along which a path goes least: a sheet that spans it shows the path widest. */
    public static PatientVector acrossOf(CurvePath path) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (PatientPoint p : path.points()) {
            double[] at = {p.x(), p.y(), p.z()};
            for (int i = 0; i < 3; i++) {
                low[i] = Math.min(low[i], at[i]);
                high[i] = Math.max(high[i], at[i]);
            }
        }
        double x = high[0] - low[0];
        double y = high[1] - low[1];
        double z = high[2] - low[2];
        if (x <= y && x <= z) {
            return PatientVector.LEFT;
        }
        return y <= z ? PatientVector.POSTERIOR : PatientVector.HEAD;
    }

    /** The scale at which all of the path fits a picture of this height. */
    public static double fit(CurvePath path, CurvedLayout layout, PatientVector across, int height) {
        return Math.max(CurvedSheet.of(path, layout, across).heightMm(), CurvePath.STEP_MM) / height;
    }

    CurvedSheet sheet() {
        return CurvedSheet.of(path, layout, across);
    }

    /** How far down the sheet a row of pixels is. */
    double downMm(CurvedSheet sheet, double py) {
        return (py - (height - 1) / 2.0) * mmPerPixel + sheet.heightMm() / 2;
    }

    @Override
    public PatientPoint toPatient(double px, double py) {
        CurvedSheet sheet = sheet();
        CurvedSheet.Line line = sheet.line(downMm(sheet, py));
        return line.origin().plus(line.direction().times((px - (width - 1) / 2.0) * mmPerPixel));
    }

    @Override
    public PlanePosition toPicture(PatientPoint point) {
        CurvedSheet sheet = sheet();
        PlanePosition at = sheet.locate(point);
        return new PlanePosition(
                at.px() / mmPerPixel + (width - 1) / 2.0,
                (at.py() - sheet.heightMm() / 2) / mmPerPixel + (height - 1) / 2.0,
                at.depthMm());
    }

    /**
     * The plane that is perpendicular to the path so far along, seen in the path's direction: to the right as the
     * straightened picture has it.
     */
    public ImagePlane crossSection(double alongMm, double sectionMmPerPixel) {
        PatientVector right = CurvedSheet.of(path, CurvedLayout.STRAIGHTENED, across)
                .line(Math.clamp(alongMm, 0, path.lengthMm()))
                .direction();
        PatientVector down = path.direction(alongMm).cross(right).normalized();
        return new ImagePlane(path.at(alongMm), right.times(sectionMmPerPixel), down.times(sectionMmPerPixel));
    }

    /** The row in which the path's point so far along is seen. */
    public double rowOf(double alongMm) {
        CurvedSheet sheet = sheet();
        double at = Math.clamp(alongMm / path.stepMm(), 0, path.even().size() - 1.0);
        int i = Math.min((int) at, path.even().size() - 2);
        double low = sheet.downMm().get(i);
        double down = low + (sheet.downMm().get(i + 1) - low) * (at - i);
        return (down - sheet.heightMm() / 2) / mmPerPixel + (height - 1) / 2.0;
    }
}
