package org.farfield.remote.relay;

import static org.farfield.remote.relay.Samples.SERIES;
import static org.farfield.remote.relay.Samples.slice;
import static org.farfield.remote.relay.Samples.start;
import static org.farfield.remote.relay.Samples.welcome;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.DemoIdentities;
import org.farfield.remote.protocol.message.ChannelClosed;
import org.farfield.remote.protocol.message.ChannelOpened;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.ChatLine;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.ChatResume;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.RelayNotice;
import org.farfield.remote.protocol.message.Relayed;
import org.farfield.remote.protocol.message.Said;
import org.farfield.remote.protocol.message.Say;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.message.ViewerLag;
import org.farfield.remote.protocol.transport.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay's decisions, with made-up links and a clock that stands still. */
class RelayCoreTest {
    private static final int SLICE = 1000;

    @TempDir
    private static Path folder;

    private final ManualAgent agent = new ManualAgent();
    private final Deque<CompletableFuture<Link>> attempts = new ArrayDeque<>();
    private final RelayCore core = new RelayCore(
            agent,
            listener -> {
                CompletableFuture<Link> attempt = new CompletableFuture<>();
                attempts.add(attempt);
                return attempt;
            },
            10 * SLICE);
    private FakeLink gateway;

    @BeforeEach
    void connect() throws IOException {
        DemoIdentities.ensure(folder);
        core.start();
        gateway = gatewayUp();
    }

    private FakeLink gatewayUp() throws IOException {
        FakeLink link = new FakeLink(DemoIdentities.load(folder, "gateway").certificate());
        attempts.remove().complete(link);
        agent.run();
        return link;
    }

    private FakeLink viewer() throws IOException {
        FakeLink link = new FakeLink(DemoIdentities.load(folder, "observer").certificate());
        core.viewerUp(link);
        return link;
    }

    private void fromGateway(Message message) {
        core.gatewayFrame(gateway, MessageCodec.encode(message));
    }

    private FakeLink admitted(int channel) throws IOException {
        FakeLink link = viewer();
        fromGateway(Relayed.of(channel, welcome("v" + channel)));
        return link;
    }

    private void slices(long from, long through) {
        LongStream.rangeClosed(from, through).forEach(i -> core.gatewaySlice(slice(SERIES, i, SLICE)));
    }

    private static List<Long> range(long from, long through) {
        return LongStream.rangeClosed(from, through).boxed().toList();
    }

    @Test
    void eachParticipantIsAChannelAndHisFramesPassUnread() throws Exception {
        FakeLink first = viewer();
        FakeLink second = viewer();
        assertEquals(List.of(new ChannelOpened(1, "none"), new ChannelOpened(2, "none")), gateway.drain());

        byte[] future = ByteBuffer.allocate(10)
                .put(new byte[] {1, 1, 0x7F, 0x7F, 0, 0, 0, 2, 42, 43})
                .array();
        core.viewerFrame(second, future);
        Relayed up = (Relayed) gateway.drain().getFirst();
        assertEquals(2, up.channel());
        assertArrayEquals(future, up.frame());

        fromGateway(Relayed.of(2, new SliceResume("x", 0, 1)));
        assertEquals(List.of(new SliceResume("x", 0, 1)), second.drain());
        assertTrue(first.drain().isEmpty());
    }

    @Test
    void chatAndPointersGoToEverybodyWelcomedAndUpUnread() throws Exception {
        FakeLink stranger = viewer();
        FakeLink first = admitted(2);
        FakeLink second = admitted(3);
        first.drain();
        second.drain();
        gateway.drain();
        ChatLines line = new ChatLines(3, 1, 1, List.of(new ChatLine(1, 5, "ann", Role.OBSERVER, "hold still")));
        Pointer pointer = new Pointer(3, "bob", Role.CONSULTANT, Optional.of(new PointedSpot("1.2", 1, 2, 3)));
        fromGateway(line);
        fromGateway(pointer);
        fromGateway(Relayed.of(3, new Said(1, ChatAnswer.TOO_OFTEN, 0)));
        assertEquals(List.of(line, pointer), first.drain());
        assertEquals(List.of(line, pointer, new Said(1, ChatAnswer.TOO_OFTEN, 0)), second.drain());
        assertTrue(stranger.drain().isEmpty());

        Say say = new Say(3, 1, "hello", new byte[72]);
        core.viewerFrame(second, MessageCodec.encode(say));
        core.viewerFrame(second, MessageCodec.encode(new ChatResume(3, 1)));
        assertEquals(List.of(Relayed.of(3, say), Relayed.of(3, new ChatResume(3, 1))), gateway.drain());
    }

    @Test
    void whoIsNotWelcomedSeesNothing() throws Exception {
        FakeLink stranger = viewer();
        FakeLink welcomed = admitted(2);
        fromGateway(start(SERIES, 0));
        slices(1, 3);
        assertEquals(range(1, 3), welcomed.slices);
        assertEquals(List.of(welcome("v2"), start(SERIES, 0)), welcomed.drain());
        core.viewerFrame(stranger, MessageCodec.encode(new SliceResume(SERIES, 0, 3)));
        assertTrue(stranger.slices.isEmpty());
        assertTrue(stranger.drain().isEmpty());
    }

    @Test
    void aLateJoinerIsToldWhatThereIsAndGetsItWhenHeAsks() throws Exception {
        fromGateway(start(SERIES, 0));
        slices(1, 5);
        FakeLink late = admitted(1);
        assertEquals(List.of(welcome("v1"), start(SERIES, 5)), late.drain());
        slices(6, 7);
        assertEquals(List.of(6L, 7L), late.slices);
        core.viewerFrame(late, MessageCodec.encode(new SliceResume(SERIES, 2, 5)));
        assertEquals(List.of(6L, 7L, 3L, 4L, 5L), late.slices);
    }

    @Test
    void aSlowViewerGetsEverySliceInOrderLaterAndIsToldHowFarBehindHeIs() throws Exception {
        FakeLink slow = admitted(1);
        FakeLink fast = admitted(2);
        fromGateway(start(SERIES, 0));
        slow.takes = 2;
        slices(1, 8);
        assertEquals(range(1, 8), fast.slices);
        assertEquals(range(1, 2), slow.slices);

        slow.drain();
        fast.drain();
        agent.advance(RelayCore.TICK);
        assertEquals(List.of(new ViewerLag(SERIES, 8, 6, 0)), slow.drain());
        assertTrue(fast.drain().isEmpty());

        slow.takes = 100;
        core.viewerWritable(slow);
        assertEquals(range(1, 8), slow.slices);
        agent.advance(RelayCore.TICK);
        assertEquals(List.of(new ViewerLag(SERIES, 8, 0, 0)), slow.drain());
        agent.advance(RelayCore.TICK);
        assertTrue(slow.drain().isEmpty());
    }

    @Test
    void theRingIsBoundedAndWhoLosesSlicesIsTold() throws Exception {
        FakeLink slow = admitted(1);
        fromGateway(start(SERIES, 0));
        slow.takes = 1;
        slices(1, 15);
        slow.drain();
        agent.advance(RelayCore.TICK);
        assertEquals(List.of(new ViewerLag(SERIES, 15, 10, 5)), slow.drain());
        slow.takes = 100;
        core.viewerWritable(slow);
        assertEquals(List.of(1L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L), slow.slices);

        FakeLink late = admitted(2);
        core.viewerFrame(late, MessageCodec.encode(new SliceResume(SERIES, 0, 15)));
        assertEquals(range(6, 15), late.slices);
        assertTrue(late.drain().contains(new ViewerLag(SERIES, 15, 10, 5)));
    }

    @Test
    void slicesThatOvertakeTheirSeriesStartAreKept() throws Exception {
        FakeLink viewer = admitted(1);
        slices(1, 2);
        assertTrue(viewer.slices.isEmpty());
        fromGateway(start(SERIES, 0));
        slices(3, 3);
        assertEquals(range(1, 3), viewer.slices);
    }

    @Test
    void whatTheRelayMissedItAsksForAndPassesOn() throws Exception {
        FakeLink viewer = admitted(1);
        gateway.drain();
        slices(3, 3);
        fromGateway(start(SERIES, 5));
        assertEquals(List.of(new SliceResume(SERIES, 0, 2), new SliceResume(SERIES, 3, 5)), gateway.drain());
        slices(1, 6);
        assertEquals(range(1, 6), viewer.slices.stream().sorted().toList());
    }

    @Test
    void anEndIsPassedOnceAlsoToLateJoiners() throws Exception {
        FakeLink viewer = admitted(1);
        fromGateway(start(SERIES, 0));
        SeriesEnd end = new SeriesEnd(SERIES, 0, SeriesOutcome.STOPPED);
        fromGateway(end);
        fromGateway(end);
        assertEquals(List.of(welcome("v1"), start(SERIES, 0), end), viewer.drain());
        assertEquals(List.of(welcome("v2"), start(SERIES, 0), end), admitted(2).drain());
    }

    @Test
    void aParticipantWhoGoesIsReportedAtOnce() throws Exception {
        FakeLink viewer = admitted(1);
        gateway.drain();
        core.viewerDown(viewer, "connection lost");
        assertEquals(List.of(new ChannelClosed(1, "participant's link: connection lost")), gateway.drain());
    }

    @Test
    void theGatewayCanCloseAParticipant() throws Exception {
        FakeLink viewer = viewer();
        fromGateway(new ChannelClosed(1, "no answer"));
        assertEquals("no answer", viewer.closed);
    }

    @Test
    void afterALostGatewayEverybodyIsOpenedAnewAndGetsOnlyWhatIsNew() throws Exception {
        FakeLink viewer = admitted(1);
        fromGateway(start(SERIES, 0));
        slices(1, 3);
        core.gatewayDown(gateway, "connection lost");
        assertTrue(viewer.drain().contains(new RelayNotice(false, "no connection to the gateway")));
        assertTrue(attempts.isEmpty(), "it waits before it tries again");

        agent.advance(Duration.ofMillis(100));
        attempts.remove().completeExceptionally(new IOException("refused"));
        agent.advance(Duration.ofMillis(199));
        assertTrue(attempts.isEmpty(), "it waits longer each time");
        agent.advance(Duration.ofMillis(1));
        gateway = gatewayUp();
        assertEquals(List.of(new ChannelOpened(1, "none")), gateway.drain());

        fromGateway(start(SERIES, 5));
        assertEquals(List.of(new SliceResume(SERIES, 3, 5)), gateway.drain());
        slices(4, 6);
        assertEquals(range(1, 3), viewer.slices, "not welcomed again yet");
        viewer.drain();
        fromGateway(Relayed.of(1, welcome("v1")));
        assertEquals(range(1, 6), viewer.slices);
        assertEquals(List.of(welcome("v1")), viewer.drain(), "the series is not begun twice");
    }

    @Test
    void aGatewayThatFallsSilentIsGivenUp() throws Exception {
        admitted(1);
        agent.advance(Duration.ofSeconds(4));
        assertEquals("", gateway.closed);
        agent.advance(Duration.ofMillis(501));
        assertEquals("nothing heard for 4 s", gateway.closed);
    }

    @Test
    void afloodIsClosed() throws Exception {
        FakeLink viewer = viewer();
        byte[] frame = MessageCodec.encode(new RelayNotice(true, ""));
        for (int i = 0; i < 500; i++) {
            core.viewerFrame(viewer, frame);
        }
        assertFalse(viewer.closed.contains("more"));
        core.viewerFrame(viewer, frame);
        assertEquals("more messages than are taken", viewer.closed);
    }

    @Test
    void onlyAGatewayIsTakenForOne() throws Exception {
        core.gatewayDown(gateway, "gone");
        agent.advance(Duration.ofSeconds(1));
        FakeLink relay = new FakeLink(DemoIdentities.load(folder, "relay").certificate());
        attempts.remove().complete(relay);
        agent.run();
        assertEquals("not a gateway", relay.closed);
    }
}
