package org.farfield.remote.protocol.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsideLaneTest {
    private final AsideLane lane = new AsideLane();

    private void offer(int what) {
        lane.offer(new byte[] {(byte) what}, Optional.empty());
    }

    private void point(String whose, int what) {
        lane.offer(new byte[] {(byte) what}, Optional.of(whose));
    }

    private int next(boolean pointersToo) {
        return lane.next(pointersToo).map(frame -> (int) frame[0]).orElse(-1);
    }

    @Test
    void chatGoesInOrderAndBeforePointersOfWhichTheNewestGoes() {
        point("ann", 1);
        point("bob", 2);
        offer(3);
        offer(4);
        point("ann", 5);
        assertEquals(3, next(true));
        assertEquals(4, next(true));
        assertArrayEquals(new byte[] {5}, lane.next(true).orElseThrow());
        assertEquals(2, next(true));
        assertEquals(-1, next(true));
    }

    @Test
    void pointersWaitWhileSlicesDoAndChatDoesNot() {
        point("ann", 1);
        offer(2);
        assertEquals(2, next(false));
        assertEquals(-1, next(false));
        assertEquals(1, next(true));
    }

    @Test
    void whatDoesNotFitIsDropped() {
        for (int i = 0; i < 10 * AsideLane.MOST_FRAMES; i++) {
            offer(1);
        }
        for (int i = 0; i < 10 * AsideLane.MOST_POINTERS; i++) {
            point("p" + i, 2);
        }
        int taken = 0;
        while (lane.next(true).isPresent()) {
            taken++;
        }
        assertEquals(AsideLane.MOST_FRAMES + AsideLane.MOST_POINTERS, taken);
        assertTrue(lane.next(true).isEmpty());
    }
}
