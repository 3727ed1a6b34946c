package org.farfield.remote.twin.recon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.farfield.remote.twin.phantom.Ellipsoid;
import org.farfield.remote.twin.phantom.Part;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.PlanePainter;
import org.farfield.remote.twin.phantom.Point;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Tissue;
import org.junit.jupiter.api.Test;

class PlaneProjectorTest {
    private static final ParallelBeam BEAM = new ParallelBeam(48, 736, 0.68);
    private static final double X = 40;
    private static final double Y = -70;
    private static final double RADIUS = 60;

    private static float[] sinogram() {
        Phantom ball = new Phantom(
                "ball", List.of(new Part(Ellipsoid.sphere(new Point(X, Y, 0), RADIUS), Tissue.WATER)), List.of());
        float[] sinogram = new float[BEAM.views() * BEAM.cells()];
        try (Crew crew = new Crew(1)) {
            Canvas canvas = new Canvas(PlaneCache.GRID.size());
            canvas.paint(new PlanePainter(ball, Beam.of(120)::attenuationPerMm, PlaneCache.GRID), 0, 0, crew);
            new PlaneProjector(BEAM, PlaneCache.GRID).project(canvas, sinogram, 0, BEAM.views());
        }
        return sinogram;
    }

    @Test
    void lineIntegralsOfADiscAreItsChords() {
        float[] sinogram = sinogram();
        double mu = Beam.of(120).waterPerMm();
        for (int view = 0; view < BEAM.views(); view++) {
            double angle = BEAM.angle(view);
            double middle = X * Math.cos(angle) + Y * Math.sin(angle);
            double worst = 0;
            for (int cell = 0; cell < BEAM.cells(); cell++) {
                double s = BEAM.offset(cell) - middle;
                if (Math.abs(Math.abs(s) - RADIUS) > 2) {
                    double chord = Math.abs(s) < RADIUS ? 2 * Math.sqrt(RADIUS * RADIUS - s * s) : 0;
                    worst = Math.max(worst, Math.abs(sinogram[view * BEAM.cells() + cell] / mu - chord));
                }
            }
            assertEquals(0, worst, 0.6, "mm of chord, view " + view);
        }
    }

    @Test
    void everyViewSeesTheSameMassAtTheRightPlace() {
        float[] sinogram = sinogram();
        double expected = Math.PI * RADIUS * RADIUS * Beam.of(120).waterPerMm();
        for (int view = 0; view < BEAM.views(); view++) {
            double mass = 0;
            double moment = 0;
            for (int cell = 0; cell < BEAM.cells(); cell++) {
                double p = sinogram[view * BEAM.cells() + cell] * BEAM.cellMm();
                mass += p;
                moment += p * BEAM.offset(cell);
            }
            double angle = BEAM.angle(view);
            assertEquals(expected, mass, expected * 1e-3);
            assertEquals(X * Math.cos(angle) + Y * Math.sin(angle), moment / mass, 0.05);
        }
    }
}
