package org.farfield.remote.twin.xray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class NormalNoiseTest {
    private static float[] drawn(long key, int count) {
        float[] values = new float[count];
        NormalNoise.add(values, 0, count, 1, key);
        return values;
    }

    @Test
    void deviatesHaveTheMomentsOfTheNormalDistribution() {
        int count = 400_000;
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (float v : drawn(NormalNoise.key(3, 1), count)) {
            sum += v;
            squares += v * v;
            fourths += v * v * v * v;
        }
        assertEquals(0, sum / count, 5 / Math.sqrt(count));
        assertEquals(1, squares / count, 0.01);
        assertEquals(3, fourths / count, 0.08);
    }

    @Test
    void oneKeyGivesOneSequenceAndAnotherKeyAnother() {
        assertArrayEquals(drawn(NormalNoise.key(1, 2, 3), 99), drawn(NormalNoise.key(1, 2, 3), 99));
        assertNotEquals(NormalNoise.key(1, 2, 3), NormalNoise.key(1, 3, 2));
        assertNotEquals(NormalNoise.key(1, 0), NormalNoise.key(2, 0));
    }

    @Test
    void neighbouringKeysAreNotCorrelated() {
        int count = 100_000;
        float[] a = drawn(NormalNoise.key(1, 7), count);
        float[] b = drawn(NormalNoise.key(1, 8), count);
        double product = 0;
        for (int k = 0; k < count; k++) {
            product += a[k] * b[k];
        }
        assertEquals(0, product / count, 5 / Math.sqrt(count));
    }
}
