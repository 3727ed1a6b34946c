package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Where a viewport shows slices that have not come: the parts of the plane that lie in them, as convex outlines in the
 * viewport's pixels, one for each run of missing slices.
 *
 * <p>Each voxel coordinate is an affine function of the viewport's pixel. So the part of the viewport that lies in a
 * run of slices is the viewport's rectangle cut by six half planes: two a voxel axis.
 */
public final class MissingSlices {
    private MissingSlices() {}

    /** The outlines, each a list of corners in order. */
    public static List<List<ViewPoint>> outlines(Volume volume, ViewportGeometry view) {
        List<List<ViewPoint>> outlines = new ArrayList<>();
        int slices = volume.geometry().slices();
        for (int first = 0; first < slices; first++) {
            if (!volume.has(first)) {
                int last = first;
                while (last + 1 < slices && !volume.has(last + 1)) {
                    last++;
                }
                List<ViewPoint> outline = outline(volume.geometry(), view, first, last);
                if (outline.size() > 2) {
                    outlines.add(outline);
                }
                first = last;
            }
        }
        return outlines;
    }

    private static List<ViewPoint> outline(VolumeGeometry volume, ViewportGeometry view, int first, int last) {
        VoxelPosition corner = volume.toVoxel(view.toPatient(new ViewPoint(0, 0)));
        VoxelPosition across = volume.toVoxel(view.right().times(view.mmPerPixel()));
        VoxelPosition along = volume.toVoxel(view.down().times(view.mmPerPixel()));
        List<ViewPoint> outline = List.of(
                new ViewPoint(0, 0),
                new ViewPoint(view.width(), 0),
                new ViewPoint(view.width(), view.height()),
                new ViewPoint(0, view.height()));
        outline = between(outline, corner.column(), across.column(), along.column(), -0.5, volume.columns() - 0.5);
        outline = between(outline, corner.row(), across.row(), along.row(), -0.5, volume.rows() - 0.5);
        return between(outline, corner.slice(), across.slice(), along.slice(), first - 0.5, last + 0.5);
    }

    private static List<ViewPoint> between(
            List<ViewPoint> outline, double at, double across, double along, double low, double high) {
        List<ViewPoint> above = cut(outline, at - low, across, along);
        return cut(above, high - at, -across, -along);
    }

    /** Keeps the part of a convex outline where {@code at + across x + along y >= 0} (Sutherland and Hodgman). */
    private static List<ViewPoint> cut(List<ViewPoint> outline, double at, double across, double along) {
        List<ViewPoint> kept = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            ViewPoint a = outline.get(i);
            ViewPoint b = outline.get((i + 1) % outline.size());
            double da = at + across * a.x() + along * a.y();
            double db = at + across * b.x() + along * b.y();
            if (da >= 0) {
                kept.add(a);
            }
            if (da >= 0 != db >= 0) {
                double t = da / (da - db);
                kept.add(new ViewPoint(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y())));
            }
        }
        return kept;
    }
}
