package org.farfield.launcher.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.farfield.launcher.lab.LinkProfile.Outage;
import org.junit.jupiter.api.Test;

class DirectionTest {
    private static LinkProfile profile(double megabits, double delay, double loss, double burst, double queue) {
        return new LinkProfile("test", megabits, delay, 0, loss, burst, queue, 0, 0, List.of(), 0, 0);
    }

    @Test
    void aDatagramTakesItsSendingTimeAndTheDelay() {
        Direction direction = new Direction(profile(1, 15, 0, 1, 100), 1);
        // 1,250 bytes at 1 Mbit/s are 10 ms; the second waits for the first
        assertEquals(25_000_000, direction.datagram(1_250, 0, false).dueNanos());
        assertEquals(35_000_000, direction.datagram(1_250, 0, false).dueNanos());
        assertEquals(
                1_025_000_000, direction.datagram(1_250, 1_000_000_000, false).dueNanos());
    }

    @Test
    void whatTheQueueDoesNotHoldIsLost() {
        Direction direction = new Direction(profile(1, 0, 0, 1, 100), 1);
        long kept = 0;
        for (int i = 0; i < 50; i++) {
            kept += direction.datagram(1_250, 0, false).lost() ? 0 : 1;
        }
        assertEquals(11, kept, "one under way and ten that wait at most 100 ms");
    }

    @Test
    void nothingPassesALinkThatIsDown() {
        assertTrue(new Direction(profile(1, 0, 0, 1, 100), 1)
                .datagram(100, 0, true)
                .lost());
    }

    @Test
    void lossHasItsShareAndItsBursts() {
        Direction direction = new Direction(profile(1e9, 0, 0.05, 3, 100), 20_261_122);
        int packets = 200_000;
        int lost = 0;
        int runs = 0;
        boolean before = false;
        for (int i = 0; i < packets; i++) {
            boolean now = direction.datagram(100, i, false).lost();
            lost += now ? 1 : 0;
            runs += now && !before ? 1 : 0;
            before = now;
        }
        assertEquals(0.05, (double) lost / packets, 0.005);
        assertEquals(3, (double) lost / runs, 0.2);
    }

    @Test
    void theSameSeedGivesTheSame() {
        LinkProfile poor = LinkProfile.named("5g-poor").orElseThrow();
        Direction one = new Direction(poor, 7);
        Direction other = new Direction(poor, 7);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(one.datagram(500, i * 5_000_000L, false), other.datagram(500, i * 5_000_000L, false));
        }
    }

    @Test
    void aStreamComesWholeAndInOrder() {
        Direction direction = new Direction(LinkProfile.named("5g-poor").orElseThrow(), 7);
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            due.add(direction.stream(500, i * 1_000_000L));
        }
        assertEquals(due.stream().sorted().toList(), due);
    }

    @Test
    void outagesComeWhenTheySay() {
        LinkProfile handover = LinkProfile.named("handover").orElseThrow();
        assertFalse(handover.isDown(3_999));
        assertTrue(handover.isDown(4_000));
        assertFalse(handover.isDown(4_300));
        assertTrue(handover.isDown(8_100));
        LinkProfile once = new LinkProfile("once", 1, 0, 0, 0, 1, 1, 0, 0, List.of(new Outage(10, 5, 0)), 0, 0);
        assertTrue(once.isDown(14));
        assertFalse(once.isDown(15));
        assertFalse(once.isDown(1_000_000));
    }
}
