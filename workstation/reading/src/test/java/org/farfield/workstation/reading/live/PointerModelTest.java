package org.farfield.workstation.reading.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.ManualSessionClock;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.junit.jupiter.api.Test;

/** Pointers and chat as one person has them, without a toolkit. */
class PointerModelTest {
    private static final PointedSpot SPOT = new PointedSpot("1.2", 1, 2, 3);

    private final ManualSessionClock clock = new ManualSessionClock(0);
    private final List<Optional<PointedSpot>> told = new ArrayList<>();
    private boolean mayPoint = true;
    private final TalkPort port = new TalkPort() {
        @Override
        public CompletionStage<ChatAnswer> say(String text) {
            return CompletableFuture.completedFuture(ChatAnswer.TOO_OFTEN);
        }

        @Override
        public void pointAt(Optional<PointedSpot> spot) {
            told.add(spot);
        }
    };
    private final PointerModel pointers = new PointerModel(port, Runnable::run, clock, () -> mayPoint);

    private static Pointer ann(Optional<PointedSpot> spot) {
        return new Pointer(1, "ann", Role.CONSULTANT, spot);
    }

    @Test
    void aPointerNotHeardOfForThreeSecondsIsGone() {
        pointers.heard(ann(Optional.of(SPOT)));
        clock.advanceMillis(2_999);
        assertEquals(List.of(ann(Optional.of(SPOT))), pointers.shown());
        clock.advanceMillis(1);
        assertEquals(List.of(), pointers.shown());
    }

    @Test
    void theNewestPlaceCountsAndWhoStopsIsGoneAtOnce() {
        pointers.heard(ann(Optional.of(SPOT)));
        pointers.heard(ann(Optional.of(new PointedSpot("1.2", 9, 9, 9))));
        assertEquals(9, pointers.shown().getFirst().spot().orElseThrow().x());
        pointers.heard(ann(Optional.empty()));
        assertEquals(List.of(), pointers.shown());
    }

    @Test
    void nothingIsToldBeforeItIsSwitchedOnNorAfterNorTwice() {
        pointers.point(Optional.of(SPOT));
        pointers.toggleSending();
        pointers.point(Optional.of(SPOT));
        pointers.point(Optional.of(SPOT));
        pointers.toggleSending();
        pointers.point(Optional.of(SPOT));
        assertEquals(List.of(Optional.of(SPOT), Optional.empty()), told);
        mayPoint = false;
        pointers.toggleSending();
        assertFalse(pointers.sending().get());
    }

    @Test
    void linesOfOthersAreUnreadUntilTheyAreSeenAndAnotherSessionBeginsAnew() {
        ChatModel chat = new ChatModel("bob", port, Runnable::run);
        chat.heard(1, new ChatLine(1, 0, "ann", Role.OBSERVER, "one"));
        chat.heard(1, new ChatLine(2, 0, "bob", Role.OBSERVER, "two"));
        assertEquals(1, chat.unread().get());
        chat.setVisible(true);
        chat.heard(1, new ChatLine(3, 0, "ann", Role.OBSERVER, "three"));
        assertEquals(0, chat.unread().get());
        assertEquals(3, chat.lines().size());
        chat.heard(2, new ChatLine(1, 0, "ann", Role.OBSERVER, "new"));
        assertEquals(1, chat.lines().size());
    }

    @Test
    void aRefusalIsKeptUntilTheNextLineIsSaid() {
        ChatModel chat = new ChatModel("bob", port, Runnable::run);
        List<String> back = new ArrayList<>();
        chat.say("x", () -> back.add("x"));
        assertEquals(Optional.of(ChatAnswer.TOO_OFTEN), chat.refusal().get());
        assertEquals(List.of("x"), back);
    }
}
