package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.farfield.remote.protocol.ManualSessionClock;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.ChatResume;
import org.farfield.remote.protocol.message.CommandSignature;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.PointAt;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.Said;
import org.farfield.remote.protocol.message.Say;
import org.junit.jupiter.api.Test;

/** What the gateway makes of chat and pointers, without a network. */
class TalkDeskTest {
    private static final long EPOCH = 7;
    private static final PointedSpot SPOT = new PointedSpot("1.2.3", 1, 2, 3);

    private final ManualSessionClock clock = new ManualSessionClock(1_000);
    private final List<Message> toAll = new ArrayList<>();
    private final TalkDesk desk = new TalkDesk(clock, EPOCH, toAll::add);
    private final Talker ann = new Talker("ann", Role.OBSERVER);
    private final Talker bob = new Talker("bob", Role.CONSULTANT);

    private final class Talker {
        final KeyPair keys;
        final CoreInput.Joined who;
        final List<Message> heard = new ArrayList<>();
        TalkSeat seat = new TalkSeat(clock);
        long number;

        Talker(String operator, Role role) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(256);
                keys = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
            who = new CoreInput.Joined(1, operator, role, keys.getPublic(), false);
        }

        Say signed(long epoch, String text) {
            Say say = new Say(epoch, ++number, text, new byte[0]);
            return say.withSignature(CommandSignature.sign(CommandSignature.signedBytes(say), keys.getPrivate()));
        }

        PointAt pointing(Optional<PointedSpot> spot) {
            PointAt point = new PointAt(EPOCH, ++number, spot, new byte[0]);
            return point.withSignature(CommandSignature.sign(CommandSignature.signedBytes(point), keys.getPrivate()));
        }

        void send(Message message) {
            desk.take(who, seat, message, heard::add);
        }

        ChatAnswer say(String text) {
            return answer(signed(EPOCH, text));
        }

        ChatAnswer answer(Say say) {
            send(say);
            return ((Said) heard.getLast()).answer();
        }

        List<Long> asks(long epoch, long after) {
            send(new ChatResume(epoch, after));
            return sequences((ChatLines) heard.getLast());
        }
    }

    private static List<Long> sequences(ChatLines lines) {
        return lines.lines().stream().map(ChatLine::sequence).toList();
    }

    private void pause() {
        clock.advance(Duration.ofSeconds(20));
    }

    @Test
    void aLineIsStampedByTheGatewayAndGoesToAllInOrder() {
        assertEquals(ChatAnswer.TAKEN, ann.say("remote (local operator): 请屏住呼吸"));
        clock.advance(Duration.ofMillis(30));
        assertEquals(ChatAnswer.TAKEN, bob.say("hold still"));
        ChatLine first = ((ChatLines) toAll.getFirst()).lines().getFirst();
        assertEquals(new ChatLine(1, 1_000, "ann", Role.OBSERVER, "remote (local operator): 请屏住呼吸"), first);
        assertEquals(
                new ChatLines(EPOCH, 1, 2, List.of(new ChatLine(2, 1_030, "bob", Role.CONSULTANT, "hold still"))),
                toAll.getLast());
        assertEquals(new Said(1, ChatAnswer.TAKEN, 2), bob.heard.getLast());
    }

    @Test
    void nobodySpeaksOrPointsInAnothersName() {
        Say stolen = bob.signed(EPOCH, "hold still");
        assertEquals(ChatAnswer.BAD_SIGNATURE, ann.answer(stolen), "bob's line in ann's channel");
        assertEquals(ChatAnswer.BAD_SIGNATURE, bob.answer(new Say(EPOCH, 9, "made up", stolen.signature())));
        assertEquals(ChatAnswer.BAD_SIGNATURE, bob.answer(bob.signed(EPOCH - 1, "from before")));
        assertEquals(ChatAnswer.TAKEN, bob.answer(stolen));
        assertEquals(ChatAnswer.BAD_SIGNATURE, bob.answer(stolen), "the same again");
        bob.send(ann.pointing(Optional.of(SPOT)));
        assertEquals(1, toAll.size());
    }

    @Test
    void aBadLineIsRefusedWithItsReasonAndReachesNobody() {
        assertEquals(ChatAnswer.EMPTY, ann.say("  "));
        assertEquals(ChatAnswer.TOO_LONG, ann.say("x".repeat(501)));
        assertEquals(ChatAnswer.FORBIDDEN_CHARACTER, ann.say("a\nb"));
        assertEquals(List.of(), toAll);
    }

    @Test
    void whoSaysTooMuchIsToldSoAndTheOthersAreNotKeptFromSpeaking() {
        for (int i = 0; i < 10; i++) {
            assertEquals(ChatAnswer.TAKEN, ann.say("line " + i));
        }
        assertEquals(ChatAnswer.TOO_OFTEN, ann.say("one more"));
        ann.seat = new TalkSeat(clock);
        ann.number = 0;
        assertEquals(ChatAnswer.TOO_OFTEN, ann.say("from a new link"));
        assertEquals(ChatAnswer.TAKEN, bob.say("hello"));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(ChatAnswer.TAKEN, ann.say("later"));
        assertEquals(12, toAll.size());
    }

    @Test
    void whoJoinsLateOrAgainGetsWhatHeMissedInPagesAndTheLast200() {
        for (int i = 1; i <= 230; i++) {
            clock.advance(Duration.ofSeconds(1));
            assertEquals(ChatAnswer.TAKEN, bob.say("line " + i));
        }
        List<Long> got = new ArrayList<>();
        long after = 0;
        while (after < 230) {
            List<Long> page = ann.asks(EPOCH, after);
            assertEquals(31, ((ChatLines) ann.heard.getLast()).firstKept());
            assertTrue(MessageCodec.encode(ann.heard.getLast()).length < 4_000, "control waits behind no more");
            got.addAll(page);
            after = page.getLast();
        }
        assertEquals(LongStream.rangeClosed(31, 230).boxed().toList(), got);
        pause();
        assertEquals(List.of(229L, 230L), ann.asks(EPOCH, 228));
        assertEquals(List.of(), ann.asks(EPOCH, 230));
        assertEquals(31L, ann.asks(EPOCH - 1, 228).getFirst(), "what he has is of another session");
    }

    @Test
    void aPageHoldsTheLongestLineAlone() {
        String longest = "𝄞".repeat(500);
        bob.say(longest);
        bob.say(longest);
        assertEquals(List.of(1L), ann.asks(EPOCH, 0));
    }

    @Test
    void aPointerCarriesTheNameThatTheLinkProvedAndObserversHaveNone() {
        ann.send(ann.pointing(Optional.of(SPOT)));
        assertEquals(List.of(), toAll);
        bob.send(bob.pointing(Optional.of(SPOT)));
        bob.send(bob.pointing(Optional.empty()));
        assertEquals(
                List.of(
                        new Pointer(EPOCH, "bob", Role.CONSULTANT, Optional.of(SPOT)),
                        new Pointer(EPOCH, "bob", Role.CONSULTANT, Optional.empty())),
                toAll);
    }

    @Test
    void noPointerMovesMoreThanTwentyTimesASecond() {
        int sent = 0;
        for (int i = 0; i < 500; i++) {
            clock.advance(Duration.ofMillis(10));
            bob.send(bob.pointing(Optional.of(new PointedSpot("1.2.3", i, 0, 0))));
            sent++;
        }
        assertEquals(500, sent);
        assertTrue(toAll.size() >= 100 && toAll.size() <= 110, toAll.size() + " in 5 s");
    }
}
