package org.farfield.rendering.engine;

import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/** A plane or slab through a volume. */
public record ReformatRequest(
        Volume volume,
        ImagePlane plane,
        int width,
        int height,
        Slab slab,
        Interpolation interpolation,
        VoiTransform voi,
        boolean inverted)
        implements RenderRequest {

    public ReformatRequest {
        RenderRequest.checkSize(width, height);
    }

    @Override
    public Optional<ReformatRequest> coarser() {
        int across = (width + 1) / 2;
        int along = (height + 1) / 2;
        ImagePlane wider = plane.stretched((double) width / across, (double) height / along);
        return Optional.of(new ReformatRequest(volume, wider, across, along, slab, interpolation, voi, inverted));
    }

    @Override
    public PatientPoint toPatient(double px, double py) {
        return plane.toPatient(px, py, width, height);
    }

    @Override
    public PlanePosition toPicture(PatientPoint point) {
        return plane.toPicture(point, width, height);
    }
}
