package org.farfield.workstation.reading;

import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * Where a viewport's pixels lie in the patient: the plane through the crosshair, seen at a scale.
 *
 * @param center the point of the plane that is in the middle of the viewport
 * @param right towards the right edge, length 1
 * @param down towards the lower edge, length 1
 * @param mmPerPixel the same in both directions
 * @param width of the viewport in pixels
 * @param height of the viewport in pixels
 */
public record ViewportGeometry(
        PatientPoint center, PatientVector right, PatientVector down, double mmPerPixel, double width, double height) {

    /** The plane as the state shows it in a viewport of this size. */
    static ViewportGeometry of(MprState state, VolumeGeometry volume, Plane plane, double width, double height) {
        PlaneView view = state.view(plane);
        PatientPoint middle = volume.center();
        PatientVector normal = view.right().cross(view.down());
        PatientPoint center = middle.plus(view.right().times(view.panRightMm()))
                .plus(view.down().times(view.panDownMm()))
                .plus(normal.times(state.crosshair().minus(middle).dot(normal)));
        double scale = fitMmPerPixel(plane, volume.bounds(), width, height) / view.zoom();
        return new ViewportGeometry(center, view.right(), view.down(), scale, width, height);
    }

    /**
     * The scale at which the volume's box just fits. The oblique plane takes the two longest edges of the box instead
     * of its own outline, the others theirs as it is before they are turned, so that turning does not make the picture
     * breathe.
     */
    private static double fitMmPerPixel(Plane plane, PatientBox box, double width, double height) {
        PatientVector size = box.size();
        double across = extent(size, plane.right());
        double along = extent(size, plane.down());
        if (plane == Plane.OBLIQUE) {
            across = Math.max(size.x(), size.y());
            along = Math.max(Math.min(size.x(), size.y()), size.z());
        }
        return Math.max(across / width, along / height);
    }

    private static double extent(PatientVector size, PatientVector direction) {
        return Math.abs(size.x() * direction.x())
                + Math.abs(size.y() * direction.y())
                + Math.abs(size.z() * direction.z());
    }

    /** The patient point under a place of the viewport. */
    public PatientPoint toPatient(ViewPoint at) {
        return center.plus(right.times((at.x() - width / 2) * mmPerPixel))
                .plus(down.times((at.y() - height / 2) * mmPerPixel));
    }

    /** Where a patient point, brought straight on to the plane, shows. */
    public ViewPoint toView(PatientPoint point) {
        PatientVector d = point.minus(center);
        return new ViewPoint(width / 2 + d.dot(right) / mmPerPixel, height / 2 + d.dot(down) / mmPerPixel);
    }

    /** Into the screen, length 1. */
    public PatientVector normal() {
        return right.cross(down);
    }

    /** The same plane for the engine. */
    public ImagePlane imagePlane() {
        return new ImagePlane(center, right.times(mmPerPixel), down.times(mmPerPixel));
    }
}
