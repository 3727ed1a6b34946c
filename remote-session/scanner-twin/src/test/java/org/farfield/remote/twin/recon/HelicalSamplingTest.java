package org.farfield.remote.twin.recon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HelicalSamplingTest {
    @Test
    void theWeightsOfEachViewAddUpToOneAndCentreOnTheSlice() {
        for (double thickness : new double[] {0.625, 1, 2.5, 5}) {
            HelicalSampling sampling = new HelicalSampling(thickness, HelicalSampling.rowWidth(thickness), 13.7, 720);
            for (double z : new double[] {-33.3, 0, 0.4, 127.1}) {
                for (int view = 0; view < 720; view += 37) {
                    float[] weights = sampling.weights(z, view);
                    double sum = 0;
                    double middle = 0;
                    for (int k = 0; k < weights.length; k++) {
                        sum += weights[k];
                        middle += weights[k] * (sampling.firstPlane(z) + k) * sampling.rowMm();
                    }
                    assertEquals(1, sum, 1e-5);
                    assertEquals(z, middle, sampling.rowMm() / 2);
                    assertEquals(sampling.endPlane(z) - sampling.firstPlane(z), weights.length);
                }
            }
        }
    }

    @Test
    void thickSlicesReachAsFarAsTheirThickness() {
        HelicalSampling sampling = new HelicalSampling(5, 1.25, 0, 720);
        float[] weights = sampling.weights(10, 0);
        for (int k = 0; k < weights.length; k++) {
            double away = Math.abs((sampling.firstPlane(10) + k) * 1.25 - 10);
            assertTrue(weights[k] == 0 || away <= 2.5 + 1.25, "weight " + weights[k] + " at " + away + " mm");
        }
    }
}
