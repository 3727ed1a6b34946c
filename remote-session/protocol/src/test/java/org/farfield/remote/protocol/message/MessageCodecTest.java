package org.farfield.remote.protocol.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    @Test
    void everyMessageTypeComesBackAsItWent() throws ProtocolException {
        for (long seed = 0; seed < 200; seed++) {
            for (Message message : new RandomMessages(seed).all()) {
                byte[] frame = MessageCodec.encode(message);
                assertEquals(Optional.of(message), MessageCodec.decode(frame), "seed " + seed);
                assertArrayEquals(
                        frame, MessageCodec.encode(MessageCodec.decode(frame).orElseThrow()));
            }
        }
    }

    @Test
    void theGeneratorKnowsEveryMessageAndEveryPayload() {
        List<Message> all = new RandomMessages(1).all();
        assertEquals(
                Set.of(Message.class.getPermittedSubclasses()),
                all.stream().map(Message::getClass).collect(Collectors.toSet()));
        assertEquals(
                CommandPayload.class.getPermittedSubclasses().length,
                new RandomMessages(1)
                        .payloads().stream()
                                .map(CommandPayload::getClass)
                                .distinct()
                                .count());
    }

    @Test
    void aSliceComesBackAsItWent() throws ProtocolException {
        for (long seed = 0; seed < 100; seed++) {
            LiveSlice slice = new RandomMessages(seed).slice();
            byte[] frame = frame(slice);
            ByteBuffer in = ByteBuffer.wrap(frame);
            FrameHeader header = FrameHeader.read(in, FrameHeader.MOST_SLICE_BYTES);
            assertTrue(header.isSlice());
            assertEquals(slice, MessageCodec.decodeSliceBody(header, in));
        }
    }

    @Test
    void theBytesOfAFrameAreThoseOfTheSpecification() {
        byte[] frame = MessageCodec.encode(new SliceResume("1.2", 3, 0x0102));
        assertEquals(
                "01" + "01" + "0032" + "00000015" // version, critical, type, length
                        + "0003" + "312e32" // series UID
                        + "0000000000000003" // after
                        + "0000000000000102", // through
                HexFormat.of().formatHex(frame));
    }

    @Test
    void everyPrefixOfAFrameIsRefused() {
        for (Message message : new RandomMessages(7).all()) {
            byte[] frame = MessageCodec.encode(message);
            for (int length = 0; length < frame.length; length++) {
                byte[] cut = Arrays.copyOf(frame, length);
                assertThrows(ProtocolException.class, () -> MessageCodec.decode(cut));
            }
        }
    }

    @Test
    void everyBodyThatEndsEarlyIsRefusedWithTheFieldsName() {
        for (Message message : new RandomMessages(8).all()) {
            byte[] frame = MessageCodec.encode(message);
            for (int length = FrameHeader.BYTES; length < frame.length; length++) {
                byte[] cut = Arrays.copyOf(frame, length);
                ByteBuffer.wrap(cut).putInt(4, length - FrameHeader.BYTES);
                if (message instanceof Relayed && length >= FrameHeader.BYTES + 4) {
                    continue; // what it carries has no length of its own
                }
                ProtocolException refusal = assertThrows(ProtocolException.class, () -> MessageCodec.decode(cut));
                assertTrue(String.valueOf(refusal.getMessage()).contains(":"), refusal.getMessage());
            }
        }
    }

    @Test
    void bytesAfterTheLastFieldAreRefused() {
        byte[] frame = MessageCodec.encode(new SliceResume("1.2", 0, 1));
        byte[] longer = Arrays.copyOf(frame, frame.length + 1);
        ByteBuffer.wrap(longer).putInt(4, longer.length - FrameHeader.BYTES);
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(longer));
    }

    @Test
    void flippedBytesGiveAMessageOrAProtocolException() {
        Random random = new Random(11);
        for (long seed = 0; seed < 30; seed++) {
            for (Message message : new RandomMessages(seed).all()) {
                byte[] frame = MessageCodec.encode(message);
                for (int i = 0; i < 40; i++) {
                    byte[] broken = frame.clone();
                    for (int k = random.nextInt(4); k >= 0; k--) {
                        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                    }
                    decodes(broken);
                }
            }
        }
    }

    @Test
    void garbageGivesAMessageOrAProtocolException() {
        Random random = new Random(12);
        List<MessageType> types = List.of(MessageType.values());
        for (int i = 0; i < 50_000; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            MessageType type = types.get(random.nextInt(types.size()));
            ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + body.length);
            new FrameHeader(type.code(), true, body.length).write(frame);
            decodes(frame.put(body).array());
        }
    }

    private static void decodes(byte[] frame) {
        try {
            MessageCodec.decode(frame).ifPresent(message -> assertTrue(message.hashCode() != Integer.MIN_VALUE + 7));
        } catch (ProtocolException e) {
            assertTrue(e.getMessage() != null);
        }
    }

    @Test
    void aLyingLengthOrCountAllocatesNothing() {
        ByteBuffer frame = ByteBuffer.allocate(64);
        new FrameHeader(MessageType.SESSION_STATE.code(), true, Integer.MAX_VALUE).write(frame);
        byte[] lengths = frame.array();
        byte[] list = MessageCodec.encode(new RandomMessages(3).all().get(2));
        byte[] counts = Arrays.copyOf(list, FrameHeader.BYTES + 40);
        Arrays.fill(counts, FrameHeader.BYTES, counts.length, (byte) 0xFF);
        ByteBuffer.wrap(counts).putInt(4, 40);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(lengths));
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            assertThrows(ProtocolException.class, () -> MessageCodec.decode(lengths));
            assertThrows(ProtocolException.class, () -> MessageCodec.decode(counts));
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / 200;
        assertTrue(each < 100_000, each + " bytes each");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 255})
    void anotherVersionIsRefused(int version) {
        byte[] frame = MessageCodec.encode(new SliceResume("1.2", 0, 1));
        frame[0] = (byte) version;
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
    }

    @Test
    void unknownOptionalTypesAreSkippedAndUnknownCriticalOnesRefused() throws ProtocolException {
        byte[] frame = {1, 0, 0x7F, 0, 0, 0, 0, 1, 9};
        assertEquals(Optional.empty(), MessageCodec.decode(frame));
        frame[1] = 1;
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
        frame[1] = 2;
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
    }

    @Test
    void aSliceOnTheControlPathIsRefused() {
        byte[] frame = frame(new RandomMessages(1).slice());
        assertThrows(ProtocolException.class, () -> MessageCodec.decode(frame));
    }

    @Test
    void relayedFramesMayNotNest() {
        Relayed inner = Relayed.of(1, new SliceResume("1.2", 0, 1));
        Relayed outer = Relayed.of(2, inner);
        assertThrows(ProtocolException.class, outer::message);
        assertThrows(
                ProtocolException.class,
                () -> Relayed.of(2, new ChannelOpened(3, "")).message());
    }

    @Test
    void nothingTooLongIsSent() {
        String longId = "x".repeat(200);
        assertThrows(IllegalArgumentException.class, () -> MessageCodec.encode(new SliceResume(longId, 0, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> MessageCodec.encode(
                        new Hello("a", org.farfield.remote.protocol.Role.OBSERVER, new byte[5000], new byte[0])));
    }

    private static byte[] frame(LiveSlice slice) {
        byte[] head = MessageCodec.encodeSliceHead(slice.header());
        return ByteBuffer.allocate(head.length + slice.part10().length)
                .put(head)
                .put(slice.part10())
                .array();
    }
}
