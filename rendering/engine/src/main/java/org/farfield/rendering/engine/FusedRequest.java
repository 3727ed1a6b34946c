package org.farfield.rendering.engine;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;

/**
 * A reformat with other volumes over it, the last one on top.
 *
 * @param base the grey picture under them
 */
public record FusedRequest(ReformatRequest base, List<OverlayLayer> layers) implements RenderRequest {

    /**
     * Checks that all lie in one space.
     *
     * @throws IllegalArgumentException where a layer is not of the base's Frame of Reference (0020,0052), or one is
     *     unstated
     */
    public FusedRequest {
        layers = List.copyOf(layers);
        for (OverlayLayer layer : layers) {
            var under = base.volume().geometry().frameOfReference();
            var over = layer.volume().geometry().frameOfReference();
            if (under.uid().isEmpty() || over.uid().isEmpty()) {
                throw new IllegalArgumentException("a series does not state its frame of reference");
            }
            if (!under.equals(over)) {
                throw new IllegalArgumentException(
                        "the series are not in one frame of reference: " + under.uid() + " and " + over.uid());
            }
        }
    }

    @Override
    public Volume volume() {
        return base.volume();
    }

    @Override
    public int width() {
        return base.width();
    }

    @Override
    public int height() {
        return base.height();
    }

    @Override
    public PatientPoint toPatient(double px, double py) {
        return base.toPatient(px, py);
    }

    @Override
    public PlanePosition toPicture(PatientPoint point) {
        return base.toPicture(point);
    }

    @Override
    public Optional<FusedRequest> coarser() {
        return base.coarser().map(coarse -> new FusedRequest(coarse, layers));
    }
}
