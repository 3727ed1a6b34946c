package org.farfield.remote.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat and pointers on the wire: the bytes that docs/protocol.md draws, and what is refused. */
class TalkWireTest {
    @Test
    void theBytesOfALineAreThoseOfTheSpecification() {
        byte[] frame =
                MessageCodec.encode(new ChatLines(3, 1, 2, List.of(new ChatLine(2, 5, "ann", Role.OBSERVER, "é"))));
        assertEquals(
                "01" + "00" + "0052" + "00000034" // version, not critical, type, length
                        + "0000000000000003" // session epoch
                        + "0000000000000001" // first kept
                        + "0000000000000002" // newest
                        + "0001" // one line
                        + "0000000000000002" // its sequence
                        + "0000000000000005" // its time
                        + "0003" + "616e6e" // operator
                        + "00" // observer
                        + "0002" + "c3a9", // text
                HexFormat.of().formatHex(frame));
    }

    @Test
    void theBytesOfAPointerAreThoseOfTheSpecification() {
        byte[] frame = MessageCodec.encode(
                new Pointer(3, "ann", Role.CONSULTANT, Optional.of(new PointedSpot("1.2", 1, -2, 0.5))));
        assertEquals(
                "01" + "00" + "0055" + "0000002c" // version, not critical, type, length
                        + "0000000000000003" // session epoch
                        + "0003" + "616e6e" // operator
                        + "01" // consultant
                        + "01" // there is a spot
                        + "0003" + "312e32" // frame of reference
                        + "3ff0000000000000" + "c000000000000000" + "3fe0000000000000", // x, y, z
                HexFormat.of().formatHex(frame));
    }

    @Test
    void aLineOfFiveHundredCharactersGoesAndOneMoreDoesNot() throws ProtocolException {
        String longest = "𝄞".repeat(ChatText.MOST_CHARACTERS);
        assertEquals(2000, longest.getBytes(StandardCharsets.UTF_8).length);
        assertEquals(Optional.empty(), ChatText.fault(longest));
        Say say = new Say(1, 1, longest, new byte[0]);
        assertEquals(Optional.of(say), MessageCodec.decode(MessageCodec.encode(say)));
        assertEquals(Optional.of(ChatAnswer.TOO_LONG), ChatText.fault("a".repeat(501)));
        assertThrows(
                IllegalArgumentException.class, () -> MessageCodec.encode(new Say(1, 1, longest + "a", new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u007f", "a\u0085", "x\u2028y", "\u202eecila", "\u2067", "\ud800"})
    void whatBreaksTheLineOrTurnsItIsForbidden(String text) {
        assertEquals(Optional.of(ChatAnswer.FORBIDDEN_CHARACTER), ChatText.fault(text));
        assertThrows(IllegalArgumentException.class, () -> new ChatLine(1, 1, "ann", Role.OBSERVER, text));
    }

    @Test
    void nothingToReadIsEmptyAndOtherScriptsArePlainText() {
        assertEquals(Optional.of(ChatAnswer.EMPTY), ChatText.fault(" \u3000 "));
        assertEquals(Optional.empty(), ChatText.fault("请屏住呼吸 👩‍⚕️ Größe µ"));
    }

    @Test
    void aForbiddenCharacterOrTextThatIsNoUtf8IsRefusedWhenItComes() {
        byte[] frame =
                MessageCodec.encode(new ChatLines(3, 1, 2, List.of(new ChatLine(2, 5, "ann", Role.OBSERVER, "ab"))));
        frame[frame.length - 1] = '\n';
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
        frame[frame.length - 1] = (byte) 0xFF;
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
    }

    @Test
    void aSpotThatIsNotInAPatientIsRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 10_000.001, -10_001}) {
            assertThrows(IllegalArgumentException.class, () -> new PointedSpot("1.2", 0, bad, 0));
            byte[] frame = MessageCodec.encode(
                    new Pointer(1, "a", Role.CONSULTANT, Optional.of(new PointedSpot("1", 1, 2, 3))));
            ByteBuffer.wrap(frame).putDouble(frame.length - 8, bad);
            assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
        }
        assertEquals(-10_000, new PointedSpot("1.2", -10_000, 0, 0).x());
        assertThrows(IllegalArgumentException.class, () -> new PointedSpot("", 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new PointedSpot("../x", 0, 0, 0));
    }

    @Test
    void moreLinesThanFitAreRefusedAtTheirCount() {
        byte[] frame = MessageCodec.encode(new ChatLines(3, 1, 0, List.of()));
        ByteBuffer.wrap(frame).putShort(frame.length - 2, (short) 65);
        ProtocolException refusal = assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("chat lines: 65"), refusal.getMessage());
    }

    @Test
    void aSignatureCoversEveryFieldAndIsOfItsOwnKind() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        KeyPair pair = keys.generateKeyPair();
        Say say = new Say(1, 2, "hold still", new byte[0]);
        byte[] signature = CommandSignature.sign(CommandSignature.signedBytes(say), pair.getPrivate());
        assertTrue(CommandSignature.verifies(CommandSignature.signedBytes(say), signature, pair.getPublic()));
        for (Say other : List.of(
                new Say(2, 2, "hold still", signature),
                new Say(1, 3, "hold still", signature),
                new Say(1, 2, "hold stil", signature))) {
            assertFalse(CommandSignature.verifies(CommandSignature.signedBytes(other), signature, pair.getPublic()));
        }
        byte[] pointed = CommandSignature.signedBytes(new PointAt(1, 2, Optional.empty(), new byte[0]));
        assertFalse(Arrays.equals(pointed, CommandSignature.signedBytes(new Say(1, 2, "", new byte[0]))));
    }
}
