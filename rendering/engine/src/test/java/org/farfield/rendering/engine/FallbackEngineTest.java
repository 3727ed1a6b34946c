package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.Test;

class FallbackEngineTest {

    private static final VolumeGeometry G = Phantom.straight(8, 8, 8, 1, 1);

    /** Draws white, until told to fail. */
    private static final class Fragile implements RenderEngine {

        private boolean broken;
        private boolean knows = true;
        private boolean closed;
        private int asked;

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public boolean draws(RenderRequest request) {
            return knows;
        }

        @Override
        public void render(RenderRequest request, int[] argb) {
            asked++;
            if (broken) {
                throw new RenderException("the driver went away");
            }
            argb[0] = 0xffffffff;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void theSamePictureIsDrawnByTheProcessorAndTheReasonIsToldOnce() {
        Fragile fragile = new Fragile();
        List<String> told = new ArrayList<>();
        ReformatRequest request = Phantom.request(
                Phantom.fill(G, p -> 80), ImagePlane.axial(G.center(), 1), 1, Slab.NONE, Phantom.levelPerHounsfield(0));
        try (FallbackEngine engine = new FallbackEngine(fragile, new CpuEngine(1), told::add)) {
            int[] argb = new int[1];
            engine.render(request, argb);
            assertEquals(0xffffffff, argb[0]);
            assertEquals("fragile", engine.name());
            fragile.broken = true;
            engine.render(request, argb);
            assertEquals(0xff505050, argb[0]);
            engine.render(request, argb);
        }
        assertEquals(List.of("fragile: the driver went away"), told);
        assertEquals(2, fragile.asked);
        assertTrue(fragile.closed);
    }

    @Test
    void aPictureThatThePreferredEngineDoesNotKnowIsTheProcessorsAndNothingFalls() {
        Fragile fragile = new Fragile();
        List<String> told = new ArrayList<>();
        ReformatRequest request = Phantom.request(
                Phantom.fill(G, p -> 80), ImagePlane.axial(G.center(), 1), 1, Slab.NONE, Phantom.levelPerHounsfield(0));
        try (FallbackEngine engine = new FallbackEngine(fragile, new CpuEngine(1), told::add)) {
            int[] argb = new int[1];
            fragile.knows = false;
            engine.render(request, argb);
            assertEquals(0xff505050, argb[0]);
            fragile.knows = true;
            engine.render(request, argb);
            assertEquals(0xffffffff, argb[0]);
        }
        assertEquals(List.of(), told);
    }
}
