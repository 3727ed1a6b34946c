package org.farfield.remote.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.ChatResume;
import org.junit.jupiter.api.Test;

/** Each line once and in order, whatever is lost, repeated or overtaken. */
class ChatInboxTest {
    private final ChatInbox inbox = new ChatInbox();

    private static ChatLines lines(long epoch, long firstKept, long newest, long... sequences) {
        return new ChatLines(
                epoch,
                firstKept,
                newest,
                LongStream.of(sequences)
                        .mapToObj(i -> new ChatLine(i, i, "ann", Role.OBSERVER, "line " + i))
                        .toList());
    }

    private List<Long> take(ChatLines heard) {
        return inbox.take(heard).stream().map(ChatLine::sequence).toList();
    }

    @Test
    void aLineThatComesBeforeItsTurnIsAskedForWithThoseBeforeIt() {
        assertEquals(new ChatResume(3, 0), inbox.joined(3));
        assertEquals(List.of(), take(lines(3, 1, 3, 3)));
        assertTrue(inbox.behind());
        assertEquals(List.of(1L, 2L), take(lines(3, 1, 3, 1, 2)));
        assertEquals(new ChatResume(3, 2), inbox.resume());
        assertEquals(List.of(3L), take(lines(3, 1, 3, 2, 3)));
        assertFalse(inbox.behind());
    }

    @Test
    void afterALostLinkItGoesOnWhereItWasAndAnotherSessionBeginsAnew() {
        take(lines(3, 1, 2, 1, 2));
        assertEquals(new ChatResume(3, 2), inbox.joined(3));
        assertEquals(List.of(3L), take(lines(3, 1, 3, 2, 3)));
        assertEquals(new ChatResume(4, 0), inbox.joined(4));
        assertEquals(List.of(1L), take(lines(4, 1, 1, 1)));
    }

    @Test
    void linesThatNobodyKeepsAnyMoreAreNotWaitedFor() {
        take(lines(3, 1, 2, 1, 2));
        assertEquals(List.of(31L, 32L), take(lines(3, 31, 230, 31, 32)));
        assertTrue(inbox.behind());
    }

    @Test
    void nothingIsDoubledOrLeftOutWhateverIsLost() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ChatInbox here = new ChatInbox();
            here.joined(1);
            List<Long> got = new ArrayList<>();
            for (long newest = 1; newest <= 60; newest++) {
                if (random.nextInt(3) > 0) {
                    here.take(lines(1, 1, newest, newest)).forEach(line -> got.add(line.sequence()));
                }
                while (here.behind() && random.nextInt(3) > 0) {
                    long after = here.resume().afterSequence();
                    long end = Math.min(newest, after + 1 + random.nextInt(5));
                    long[] page = LongStream.rangeClosed(after + 1, end).toArray();
                    here.take(lines(1, 1, newest, page)).forEach(line -> got.add(line.sequence()));
                }
            }
            long[] rest = LongStream.rangeClosed(here.resume().afterSequence() + 1, 60)
                    .toArray();
            here.take(lines(1, 1, 60, rest)).forEach(line -> got.add(line.sequence()));
            assertEquals(LongStream.rangeClosed(1, 60).boxed().toList(), got, "seed " + seed);
        }
    }
}
