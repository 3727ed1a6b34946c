package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadOrderTest {
    @Test
    void middleFirstAndLastComeBeforeTheQuarters() {
        assertArrayEquals(new int[] {4, 0, 8, 2, 6, 1, 3, 5, 7}, LoadOrder.bisection(9));
    }

    @Test
    void everySliceComesOnceWhateverTheNumber() {
        for (int n = 0; n < 70; n++) {
            int[] sorted = LoadOrder.bisection(n);
            Arrays.sort(sorted);
            assertArrayEquals(IntStream.range(0, n).toArray(), sorted);
        }
    }

    @Test
    void aSliceThatIsWaitedForGoesFirstAndComesOnce() {
        LoadOrder order = new LoadOrder(5);
        assertEquals(OptionalInt.of(2), order.take());
        order.prefer(3);
        assertEquals(OptionalInt.of(3), order.take());
        assertEquals(OptionalInt.of(0), order.take());
        assertEquals(OptionalInt.of(4), order.take());
        assertEquals(OptionalInt.of(1), order.take());
        assertEquals(OptionalInt.empty(), order.take());
    }

    @Test
    void preferringASliceThatDoesNotExistChangesNothing() {
        LoadOrder order = new LoadOrder(1);
        order.prefer(7);
        order.prefer(-1);
        assertEquals(OptionalInt.of(0), order.take());
    }
}
