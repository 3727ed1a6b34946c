package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.farfield.rendering.engine.FusedRequest;
import org.farfield.rendering.engine.OverlayLayer;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final MprModel model = Phantoms.model();

    private final Fusion fusion =
            new Fusion(Phantoms.full(Phantoms.CUBE), new Window(3, 6), Fusion.START, SeriesLabel.NONE);

    @Test
    void secondSeriesLiesOverEveryPlaneUntilItIsTakenAway() {
        model.fusion().set(Optional.of(fusion));
        for (Plane plane : Plane.values()) {
            FusedRequest picture = (FusedRequest) model.picture(plane, 40, 30);
            assertEquals(model.request(plane, 40, 30), picture.base());
            OverlayLayer layer = picture.layers().getFirst();
            assertEquals(fusion.volume(), layer.volume());
            assertEquals(0.5, layer.opacity());
        }
        model.fusion().set(Optional.empty());
        assertTrue(model.picture(Plane.AXIAL, 40, 30) instanceof ReformatRequest);
    }

    @Test
    void opacityGoesByTenthsFromNothingToAll() {
        assertEquals(0.6, fusion.more(1).opacity());
        assertEquals(0.4, fusion.more(-1).opacity());
        assertEquals(1, fusion.more(9).opacity());
        assertEquals(0, fusion.more(-9).opacity());
    }
}
