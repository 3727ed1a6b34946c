package org.farfield.dicom.network.pdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.farfield.dicom.ByteSlice;
import org.junit.jupiter.api.Test;

class PduCodecTest {
    private static final int LONGEST = 4096;
    private static final long SEED = 20261122;

    private static final List<Pdu> EXAMPLES = List.of(
            new Pdu.AssociateRequest(
                    "CALLED",
                    "CALLING",
                    List.of(
                            new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                            new ProposedContext(
                                    3,
                                    "1.2.840.10008.5.1.4.1.1.2",
                                    List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2"))),
                    UserInformation.own(
                            16384,
                            Optional.of(new AsynchronousWindow(8, 1)),
                            List.of(new RoleSelection("1.2.840.10008.5.1.4.1.1.2", false, true)),
                            Optional.of(new UserIdentity(2, false, bytes("reader"), bytes("secret"))))),
            new Pdu.AssociateAccept(
                    "CALLED",
                    "CALLING",
                    List.of(new AnsweredContext(1, 0, "1.2.840.10008.1.2"), new AnsweredContext(3, 3, "1.2")),
                    UserInformation.own(0, Optional.empty(), List.of(), Optional.empty())),
            new Pdu.AssociateReject(1, 1, 7),
            new Pdu.DataTransfer(List.of(
                    new PresentationDataValue(1, true, true, bytes("command")),
                    new PresentationDataValue(3, false, false, bytes("data")))),
            new Pdu.ReleaseRequest(),
            new Pdu.ReleaseReply(),
            new Pdu.Abort(2, 6));

    @Test
    void whatIsWrittenIsRead() {
        for (Pdu pdu : EXAMPLES) {
            EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
            channel.writeInbound(written(pdu));
            assertEquals(pdu, channel.readInbound());
        }
    }

    @Test
    void byteByByteGivesTheSame() {
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
        for (Pdu pdu : EXAMPLES) {
            for (byte b : ByteBufUtil.getBytes(written(pdu))) {
                channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {b}));
            }
            assertEquals(pdu, pdu instanceof Pdu.DataTransfer ? joined(channel) : channel.readInbound());
        }
    }

    @Test
    void theReleaseRequestIsTheStandardsTenBytes() {
        assertEquals("05000000000400000000", ByteBufUtil.hexDump(written(new Pdu.ReleaseRequest())));
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeItsBytesCome() {
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {4, 0, 0x7f, -1, -1, -1}));
        MalformedPdu fault = assertInstanceOf(MalformedPdu.class, channel.readInbound());
        assertEquals(MalformedPdu.INVALID_VALUE, fault.reason());
    }

    @Test
    void afterOneFaultNothingMoreIsRead() {
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
        channel.writeInbound(Unpooled.copiedBuffer("GET / HTTP/1.1\r\n\r\n", StandardCharsets.US_ASCII));
        assertInstanceOf(MalformedPdu.class, channel.readInbound());
        channel.writeInbound(written(new Pdu.ReleaseRequest()));
        assertNull(channel.readInbound());
    }

    /** Mutated PDUs and plain noise: each gives PDUs or one fault, and never an unexpected exception. */
    @Test
    void damagedBytesGivePdusOrOneFault() {
        Random random = new Random(SEED);
        for (int round = 0; round < 12_000; round++) {
            byte[] bytes = damaged(random);
            EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            int faults = 0;
            for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
                faults += message instanceof MalformedPdu ? 1 : 0;
                assertTrue(message instanceof Pdu || message instanceof MalformedPdu);
            }
            assertTrue(faults <= 1, "seed " + SEED + ", round " + round);
            var _ = channel.close();
        }
    }

    /** The fragments that come in pieces, each whole again. */
    private static Pdu joined(EmbeddedChannel channel) {
        List<PresentationDataValue> values = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Object message = channel.readInbound();
        while (message instanceof Pdu.DataTransfer data) {
            for (PresentationDataValue piece : data.values()) {
                bytes.writeBytes(piece.bytes().toArray());
                boolean whole = bytes.size() == (piece.command() ? "command" : "data").length();
                if (whole) {
                    ByteSlice all = ByteSlice.of(bytes.toByteArray());
                    values.add(new PresentationDataValue(piece.contextId(), piece.command(), piece.last(), all));
                    bytes.reset();
                } else {
                    assertFalse(piece.last());
                }
            }
            message = channel.readInbound();
        }
        return new Pdu.DataTransfer(values);
    }

    @Test
    void aFragmentWithoutBytesIsHandedOn() {
        Pdu empty = new Pdu.DataTransfer(List.of(new PresentationDataValue(1, false, true, bytes(""))));
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
        channel.writeInbound(written(empty));
        assertEquals(empty, channel.readInbound());
    }

    @Test
    void aFragmentLongerThanItsPduIsRefused() {
        EmbeddedChannel channel = new EmbeddedChannel(new PduFrames(LONGEST));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {4, 0, 0, 0, 0, 8, 0, 0, 0, 5, 1, 0, 9, 9}));
        assertInstanceOf(MalformedPdu.class, channel.readInbound());
    }

    private static byte[] damaged(Random random) {
        if (random.nextInt(8) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = ByteBufUtil.getBytes(written(EXAMPLES.get(random.nextInt(EXAMPLES.size()))));
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static ByteBuf written(Pdu pdu) {
        ByteBuf out = Unpooled.buffer();
        PduWriter.write(pdu, out);
        return out;
    }

    private static ByteSlice bytes(String text) {
        return ByteSlice.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
