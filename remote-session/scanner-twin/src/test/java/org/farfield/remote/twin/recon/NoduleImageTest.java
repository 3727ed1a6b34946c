package org.farfield.remote.twin.recon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.farfield.remote.twin.phantom.Nodule;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Thorax;
import org.farfield.remote.twin.xray.Beam;
import org.junit.jupiter.api.Test;

class NoduleImageTest {
    @Test
    void aNoduleMeasuresWhatItIsMadeOfWhereItIsSaidToBe() {
        Phantom thorax = Thorax.adult(1);
        Nodule nodule = thorax.nodules().stream()
                .max((a, b) -> Double.compare(
                        a.tissue().density() * a.diameterMm(), b.tissue().density() * b.diameterMm()))
                .orElseThrow();
        ImageField field =
                new ImageField(512, 150, nodule.center().x(), nodule.center().y());
        double sum = 0;
        int n = 0;
        try (Crew crew = new Crew(2)) {
            float[] image = new SliceMaker(
                            thorax,
                            new Exposure(Beam.of(120), 400, 1.25, 10),
                            new Recipe(Kernel.SMOOTH, 0),
                            field,
                            1,
                            crew)
                    .make(nodule.center().z());
            for (int row = 0; row < 512; row++) {
                for (int column = 0; column < 512; column++) {
                    double away = Math.hypot(
                            field.x(column) - nodule.center().x(),
                            field.y(row) - nodule.center().y());
                    if (away < nodule.diameterMm() / 4) {
                        sum += image[row * 512 + column];
                        n++;
                    }
                }
            }
        }
        assertEquals(Beam.of(120).hounsfield(nodule.tissue()), sum / n, 15);
    }
}
