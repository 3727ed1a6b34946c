package org.farfield.remote.relay;

import static org.farfield.remote.relay.Samples.SERIES;
import static org.farfield.remote.relay.Samples.slice;
import static org.farfield.remote.relay.Samples.start;
import static org.farfield.remote.relay.Samples.welcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.Authentication;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.DemoIdentities;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;
import org.farfield.remote.protocol.message.Challenge;
import org.farfield.remote.protocol.message.ChannelClosed;
import org.farfield.remote.protocol.message.ChannelOpened;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.Hello;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.Relayed;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.message.Welcome;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkConnector;
import org.farfield.remote.protocol.transport.LinkListener;
import org.farfield.remote.protocol.transport.LinkServer;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay over real sockets between a small gateway and its participants. */
@SuppressWarnings("NullAway.Init")
class RelayTest {
    @TempDir
    private static Path folder;

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Inbox atGateway = new Inbox();
    private final BlockingQueue<Link> relays = new LinkedBlockingQueue<>();
    private final List<LinkConnector> connectors = new ArrayList<>();
    private LinkServer gateway;
    private Relay relay;
    private InetSocketAddress relayAddress;
    private volatile Link toRelay;
    private ParticipantAuthentication authentication;
    private Future<?> beating;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    /** Keeps what comes; may hold slices back to be slow. */
    private static final class Inbox implements LinkListener {
        final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        final BlockingQueue<LiveSlice> slices = new LinkedBlockingQueue<>();

        @Override
        public void onMessage(Link link, Message message) {
            messages.add(message);
        }

        @Override
        public void onSlice(Link link, LiveSlice slice) {
            slices.add(slice);
        }

        @Override
        public void onClosed(Link link, String reason) {}

        <T extends Message> T next(Class<T> type) throws InterruptedException {
            while (true) {
                Message message = messages.poll(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no " + type.getSimpleName() + " within 30 s");
                }
                if (type.isInstance(message)) {
                    return type.cast(message);
                }
            }
        }

        SortedSet<Long> sequences(int count) throws InterruptedException {
            SortedSet<Long> sequences = new TreeSet<>();
            while (sequences.size() < count) {
                LiveSlice slice = slices.poll(30, TimeUnit.SECONDS);
                if (slice == null) {
                    throw new AssertionError("only " + sequences + " within 30 s");
                }
                assertEquals(slice(SERIES, slice.header().sequence(), slice.part10().length), slice);
                sequences.add(slice.header().sequence());
            }
            return sequences;
        }
    }

    @BeforeEach
    void open() throws Exception {
        DemoIdentities.ensure(folder);
        Identity self = DemoIdentities.load(folder, "gateway");
        authentication = new ParticipantAuthentication(new CertificateCheck(self.authority(), InstantSource.system()));
        gateway = LinkServer.bind(ANY, self, link -> {
            relays.add(link);
            return atGateway;
        });
        relay = new Relay(new RelayConfig(gateway.address(), ANY, DemoIdentities.load(folder, "relay")));
        relayAddress = relay.start();
        toRelay = relays.poll(30, TimeUnit.SECONDS);
        beating = heart.scheduleAtFixedRate(
                () -> toRelay.send(new Heartbeat(1, 2, 3, 0, 0, 0, 0, 3, 1)), 0, 100, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void close() {
        beating.cancel(false);
        heart.shutdownNow();
        connectors.forEach(LinkConnector::close);
        relay.close();
        gateway.close();
    }

    /** Connects a participant through the relay and lets the gateway take him in. */
    private Link join(Inbox inbox, String name, Role role, TransportPreference by) throws Exception {
        LinkConnector connector = new LinkConnector();
        connectors.add(connector);
        Identity self = DemoIdentities.load(folder, name);
        Link link = connector
                .connect(relayAddress, self, inbox, by)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        int channel = atGateway.next(ChannelOpened.class).channel();
        Challenge challenge = authentication.challenge(3, "ct1");
        toRelay.send(Relayed.of(channel, challenge));
        link.send(ParticipantAuthentication.answer(inbox.next(Challenge.class), self, role));
        Relayed answer = atGateway.next(Relayed.class);
        assertEquals(channel, answer.channel());
        Hello hello = assertInstanceOf(Hello.class, answer.message().orElseThrow());
        assertInstanceOf(Authentication.Admitted.class, authentication.verify(challenge, hello));
        toRelay.send(Relayed.of(channel, welcome(name)));
        inbox.next(Welcome.class);
        return link;
    }

    @Test
    void threeViewersGetEverySliceOnceAlsoTheLateOne() throws Exception {
        Inbox quic = new Inbox();
        Inbox tcp = new Inbox();
        join(quic, "remote", Role.REMOTE_OPERATOR, TransportPreference.QUIC);
        join(tcp, "observer", Role.OBSERVER, TransportPreference.TCP);
        toRelay.send(start(SERIES, 0));
        quic.next(SeriesStart.class);
        tcp.next(SeriesStart.class);
        LongStream.rangeClosed(1, 40).forEach(i -> toRelay.sendSlice(slice(SERIES, i, 150_000)));
        assertEquals(40, quic.sequences(40).size());
        assertEquals(40, tcp.sequences(40).size());

        Inbox late = new Inbox();
        Link lateLink = join(late, "consultant", Role.CONSULTANT, TransportPreference.QUIC);
        assertEquals(40, late.next(SeriesStart.class).availableSequence());
        lateLink.send(new SliceResume(SERIES, 0, 40));
        LongStream.rangeClosed(41, 60).forEach(i -> toRelay.sendSlice(slice(SERIES, i, 150_000)));
        assertEquals(60, late.sequences(60).size());
        assertEquals(41, quic.sequences(20).first());
        assertEquals(41, tcp.sequences(20).first());
    }

    @Test
    void aParticipantWhoGoesIsReportedToTheGateway() throws Exception {
        join(new Inbox(), "remote", Role.REMOTE_OPERATOR, TransportPreference.TCP)
                .close("I go");
        ChannelClosed closed = atGateway.next(ChannelClosed.class);
        assertEquals("participant's link: closed by the other side: I go", closed.reason());
    }

    @Test
    void aLostGatewayIsReachedAgainAndParticipantsAreChallengedAnew() throws Exception {
        Inbox inbox = new Inbox();
        Link link = join(inbox, "remote", Role.REMOTE_OPERATOR, TransportPreference.QUIC);
        toRelay.close("restart");
        toRelay = relays.poll(30, TimeUnit.SECONDS);
        int channel = atGateway.next(ChannelOpened.class).channel();
        toRelay.send(Relayed.of(channel, authentication.challenge(4, "ct1")));
        assertEquals(4, inbox.next(Challenge.class).sessionEpoch());
        link.send(new SliceResume("ignored", 0, 1));
    }
}
