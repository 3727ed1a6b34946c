package org.farfield.remote.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farfield.remote.protocol.identity.CertificateSubject;
import org.farfield.remote.protocol.message.ChannelClosed;
import org.farfield.remote.protocol.message.ChannelOpened;
import org.farfield.remote.protocol.message.ChatLines;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Message;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.RelayNotice;
import org.farfield.remote.protocol.message.Relayed;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.transport.Link;
import org.jspecify.annotations.Nullable;

/**
 * What a relay does, without any network in it: everything happens on the agent's thread.
 *
 * <p>Each participant is a channel in the one link to the gateway. His frames go up unread, but for requests for
 * slices, which are answered here; the gateway's frames for him come down unread. Whether he may see the session is the
 * gateway's decision: only after its welcome has passed does he get states and slices. When the link to the gateway
 * breaks, everybody is opened anew and has to be welcomed again; links of participants stay.
 */
final class RelayCore {
    static final Duration TICK = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);
    private static final int MOST_FRAMES_A_TICK = 500;

    private final Agent agent;
    private final Upstream upstream;
    private final SeriesRing ring;
    private final Backoff backoff = new Backoff();
    private final Map<Link, Viewer> viewers = new LinkedHashMap<>();
    private final Map<Integer, Viewer> channels = new LinkedHashMap<>();
    private @Nullable Link gateway;
    private byte @Nullable [] state;
    private int lastChannel;
    private long heardNanos;
    private boolean closed;

    RelayCore(Agent agent, Upstream upstream, long mostKeptBytes) {
        this.agent = agent;
        this.upstream = upstream;
        this.ring = new SeriesRing(mostKeptBytes);
    }

    void start() {
        connect();
        agent.after(TICK, this::tick);
    }

    void close() {
        closed = true;
        Link link = gateway;
        if (link != null) {
            link.close("the relay was closed");
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        upstream.connect(new GatewayListener(agent, this))
                .whenComplete((link, failure) -> agent.execute(() -> {
                    if (failure != null) {
                        log("no link to the gateway: " + failure.getMessage());
                        agent.after(backoff.next(), this::connect);
                    } else if (closed) {
                        link.close("the relay was closed");
                    } else {
                        gatewayUp(link);
                    }
                }));
    }

    private void gatewayUp(Link link) {
        if (!CertificateSubject.of(link.peer()).isGateway()) {
            link.close("not a gateway");
            return;
        }
        gateway = link;
        heardNanos = agent.nanos();
        viewers.values().forEach(viewer -> {
            link.send(new ChannelOpened(viewer.channel(), viewer.link().transportName()));
            viewer.link().send(new RelayNotice(true, "connected to the gateway"));
        });
    }

    void gatewayDown(Link link, String reason) {
        if (link.equals(gateway)) {
            gateway = null;
            state = null;
            viewers.values().forEach(viewer -> {
                viewer.admitted(false);
                viewer.link().send(new RelayNotice(false, "no connection to the gateway"));
            });
        }
        log("link to the gateway closed: " + reason);
        agent.after(backoff.next(), this::connect);
    }

    void gatewayFrame(Link link, byte[] frame) {
        heardNanos = agent.nanos();
        backoff.succeeded();
        try {
            if (FrameHeader.read(ByteBuffer.wrap(frame), Integer.MAX_VALUE).isSessionState()) {
                state = frame;
                viewers.values().stream()
                        .filter(Viewer::admitted)
                        .forEach(viewer -> viewer.link().sendFrame(frame));
                return;
            }
            Optional<Message> message = MessageCodec.decode(frame);
            if (message.isPresent()) {
                gatewayMessage(link, frame, message.get());
            }
        } catch (ProtocolException e) {
            link.close("malformed: " + e.getMessage());
        }
    }

    private void gatewayMessage(Link link, byte[] frame, Message message) throws ProtocolException {
        switch (message) {
            case Relayed relayed -> toViewer(relayed);
            case ChannelClosed close -> {
                Viewer viewer = channels.get(close.channel());
                if (viewer != null) {
                    viewer.link().close(close.reason());
                }
            }
            case SeriesStart start -> seriesStart(link, start);
            case SeriesEnd end -> {
                KeptSeries series = ring.of(end.seriesUid());
                if (series.end().isEmpty()) {
                    series.end(end);
                    admitted(viewer -> viewer.ended(series));
                }
            }
            case ChatLines lines -> admitted(viewer -> viewer.link().sendAside(frame, Optional.empty()));
            case Pointer pointer -> admitted(viewer -> viewer.link().sendAside(frame, Optional.of(pointer.operator())));
            default -> {} // heartbeats of the link itself and what a later gateway may add
        }
    }

    private void seriesStart(Link link, SeriesStart start) {
        KeptSeries series = ring.of(start.seriesUid());
        if (series.start().isEmpty()) {
            series.start(start.joinedAt(0));
            viewers.values().forEach(viewer -> viewer.keepOnly(ring));
            admitted(viewer -> viewer.show(series, 0));
        }
        series.missing(start.availableSequence()).forEach(link::send);
        viewers.values().forEach(Viewer::pump);
    }

    private void toViewer(Relayed relayed) throws ProtocolException {
        Viewer viewer = channels.get(relayed.channel());
        if (viewer == null) {
            return; // closed meanwhile, which the gateway has been told
        }
        FrameHeader header = FrameHeader.read(ByteBuffer.wrap(relayed.frame()), Integer.MAX_VALUE);
        if (header.isAside()) {
            viewer.link().sendAside(relayed.frame(), Optional.empty());
            return;
        }
        viewer.link().sendFrame(relayed.frame());
        if (header.isWelcome()) {
            viewer.admitted(true);
            byte[] newest = state;
            if (newest != null) {
                viewer.link().sendFrame(newest);
            }
            ring.all().forEach(series -> viewer.show(series, series.newest()));
            viewer.pump();
        }
    }

    void gatewaySlice(LiveSlice slice) {
        heardNanos = agent.nanos();
        if (ring.add(slice)) {
            String uid = slice.header().seriesUid();
            viewers.values().forEach(viewer -> {
                viewer.arrived(uid, slice.header().sequence());
                viewer.pump();
            });
        }
    }

    void viewerUp(Link link) {
        do {
            lastChannel = lastChannel == Integer.MAX_VALUE ? 1 : lastChannel + 1;
        } while (channels.containsKey(lastChannel));
        Viewer viewer = new Viewer(lastChannel, link);
        viewers.put(link, viewer);
        channels.put(viewer.channel(), viewer);
        Link up = gateway;
        if (up != null) {
            up.send(new ChannelOpened(viewer.channel(), link.transportName()));
        } else {
            link.send(new RelayNotice(false, "no connection to the gateway"));
        }
    }

    void viewerDown(Link link, String reason) {
        Viewer viewer = viewers.remove(link);
        if (viewer != null) {
            channels.remove(viewer.channel());
            Link up = gateway;
            if (up != null) {
                up.send(new ChannelClosed(viewer.channel(), "participant's link: " + reason));
            }
        }
    }

    void viewerFrame(Link link, byte[] frame) {
        Viewer viewer = viewers.get(link);
        if (viewer == null) {
            return;
        }
        if (viewer.countFrame() > MOST_FRAMES_A_TICK
                || frame.length > FrameHeader.BYTES + FrameHeader.MOST_CONTROL_BYTES) {
            link.close("more messages than are taken");
            return;
        }
        FrameHeader header;
        try {
            header = FrameHeader.read(ByteBuffer.wrap(frame), frame.length);
            if (header.isSliceResume()) {
                if (viewer.admitted() && MessageCodec.decode(frame).orElseThrow() instanceof SliceResume range) {
                    viewer.ask(range);
                    viewer.pump();
                }
                return;
            }
        } catch (ProtocolException e) {
            link.close("malformed: " + e.getMessage());
            return;
        }
        Link up = gateway;
        if (up != null) {
            byte[] relayed = MessageCodec.encode(new Relayed(viewer.channel(), frame));
            if (header.isAside()) {
                up.sendAside(
                        relayed, header.isPointer() ? Optional.of("channel " + viewer.channel()) : Optional.empty());
            } else {
                up.sendFrame(relayed);
            }
        }
    }

    void viewerWritable(Link link) {
        Viewer viewer = viewers.get(link);
        if (viewer != null) {
            viewer.pump();
        }
    }

    private void tick() {
        if (closed) {
            return;
        }
        viewers.values().forEach(Viewer::tick);
        Link up = gateway;
        boolean expected = viewers.values().stream().anyMatch(Viewer::admitted);
        if (up != null && expected && agent.nanos() - heardNanos > LONGEST_SILENCE.toNanos()) {
            up.close("nothing heard for " + LONGEST_SILENCE.toSeconds() + " s");
        }
        agent.after(TICK, this::tick);
    }

    private void admitted(java.util.function.Consumer<Viewer> action) {
        viewers.values().stream().filter(Viewer::admitted).forEach(action);
    }

    private static void log(String line) {
        System.getLogger("org.farfield.remote.relay").log(System.Logger.Level.INFO, line);
    }
}
