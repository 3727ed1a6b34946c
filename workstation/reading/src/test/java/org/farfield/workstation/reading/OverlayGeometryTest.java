package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.junit.jupiter.api.Test;

class OverlayGeometryTest {
    private final MprModel model = Phantoms.model();

    @Test
    void scaleBarsHaveRoundLengthsThatFit() {
        assertEquals(new ScaleBar(50, 100, 5), ScaleBar.of(0.5, 160));
        assertEquals("5 cm", ScaleBar.of(0.5, 160).label());
        assertEquals("10 cm", ScaleBar.of(0.8, 160).label());
        assertEquals("2 cm", ScaleBar.of(0.13, 160).label());
        assertEquals("5 mm", ScaleBar.of(0.04, 160).label());
        assertEquals("0.5 mm", ScaleBar.of(0.005, 160).label());
        for (double scale = 0.001; scale < 10; scale *= 1.07) {
            ScaleBar bar = ScaleBar.of(scale, 160);
            assertTrue(bar.pixels() <= 160 && bar.pixels() > 160 / 2.5 - 1e-9, "at " + scale);
            assertEquals(bar.lengthMm(), bar.pixels() * scale, 1e-9);
        }
    }

    @Test
    void linesOfTheOtherPlanesCrossAtTheCrosshair() {
        model.moveCrosshair(new PatientPoint(20, 30, 1050));
        ViewportGeometry axial = model.geometry(Plane.AXIAL, 400, 400);
        ViewPoint cross = axial.toView(model.state().crosshair());
        List<ReferenceLine> lines = ReferenceLine.in(axial, Plane.AXIAL, model.state());
        assertEquals(3, lines.size());
        for (ReferenceLine line : lines) {
            double length = line.from().distanceTo(line.to());
            assertEquals(
                    length,
                    line.from().distanceTo(cross) + cross.distanceTo(line.to()),
                    1e-6,
                    line.of().id());
        }
        assertEquals(new ViewPoint(0, cross.y()), lines.getFirst().from());
        assertEquals(new ViewPoint(400, cross.y()), lines.getFirst().to());
    }

    @Test
    void aParallelPlaneHasNoLine() {
        model.turnOblique(parallelToAxial(), PatientVector.HEAD, 0);
        assertTrue(ReferenceLine.line(model.geometry(Plane.AXIAL, 400, 400), Plane.OBLIQUE, model.state())
                .isEmpty());
    }

    private MprState parallelToAxial() {
        return model.state().withView(Plane.OBLIQUE, PlaneView.start(Plane.AXIAL));
    }

    @Test
    void aLineOutsideTheViewportIsNotDrawn() {
        model.setPan(Plane.AXIAL, 5000, 5000);
        assertTrue(ReferenceLine.in(model.geometry(Plane.AXIAL, 400, 400), Plane.AXIAL, model.state()).stream()
                .allMatch(line -> line.of() == Plane.OBLIQUE));
    }

    @Test
    void probeGivesTheModalityValueOfTheVoxelUnderThePointer() {
        // Column 130, slice 25: stored 130 + 250 = 380; 2 x 380 - 1000 = -240 HU.
        Probe probe = Probe.at(model.displaySet().volume(), new PatientPoint(30.4, 0.9, 1101.9));
        assertEquals(-240, probe.value().orElseThrow());
        assertEquals("HU", probe.unit());
    }

    @Test
    void probeHasNoValueOutsideInPaddingAndWhereNothingCame() {
        assertTrue(Probe.at(model.displaySet().volume(), new PatientPoint(500, 0, 1100))
                .value()
                .isEmpty());
        Volume growing = Phantoms.empty(Phantoms.CUBE);
        PatientPoint middle = new PatientPoint(0, 0, 1100);
        assertTrue(Probe.at(growing, middle).value().isEmpty());
        short[] padding = new short[200 * 100];
        java.util.Arrays.fill(padding, (short) -2000);
        growing.put(25, padding);
        assertTrue(Probe.at(growing, middle).value().isEmpty());
    }

    @Test
    void missingSlicesAreMarkedWhereTheyLieOnTheCoronalPlane() {
        Volume growing = Phantoms.empty(Phantoms.CUBE);
        for (int k = 0; k < 50; k++) {
            if (k < 10 || k >= 20) {
                growing.put(k, Phantoms.slice(Phantoms.CUBE, k));
            }
        }
        MprModel mpr = new MprModel(new DisplaySetModel(
                growing, SeriesLabel.NONE, model.displaySet().window(), false));
        ViewportGeometry coronal = mpr.geometry(Plane.CORONAL, 200, 200);
        List<List<ViewPoint>> outlines = MissingSlices.outlines(growing, coronal);
        assertEquals(1, outlines.size());
        // Slices 10 to 19 reach from z 1038 to 1078; 1 mm a pixel, the box from 998 to 1198.
        assertEquals(
                120,
                outlines.getFirst().stream().mapToDouble(ViewPoint::y).min().orElseThrow(),
                1e-9);
        assertEquals(
                160,
                outlines.getFirst().stream().mapToDouble(ViewPoint::y).max().orElseThrow(),
                1e-9);
        assertEquals(
                0, outlines.getFirst().stream().mapToDouble(ViewPoint::x).min().orElseThrow(), 1e-9);
        assertEquals(
                200,
                outlines.getFirst().stream().mapToDouble(ViewPoint::x).max().orElseThrow(),
                1e-9);
    }

    @Test
    void anAxialPlaneIsMarkedWhollyOrNotAtAll() {
        Volume growing = Phantoms.empty(Phantoms.CUBE);
        growing.put(24, Phantoms.slice(Phantoms.CUBE, 24));
        MprModel mpr = new MprModel(new DisplaySetModel(
                growing, SeriesLabel.NONE, model.displaySet().window(), false));
        assertEquals(
                1,
                MissingSlices.outlines(growing, mpr.geometry(Plane.AXIAL, 200, 200))
                        .size());
        mpr.scroll(Plane.AXIAL, 1);
        assertEquals(
                0,
                MissingSlices.outlines(growing, mpr.geometry(Plane.AXIAL, 200, 200))
                        .size());
    }

    @Test
    void aCompleteVolumeHasNothingMissing() {
        for (Plane plane : Plane.values()) {
            assertTrue(MissingSlices.outlines(model.displaySet().volume(), model.geometry(plane, 300, 200))
                    .isEmpty());
        }
    }
}
