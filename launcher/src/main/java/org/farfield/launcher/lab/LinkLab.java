package org.farfield.launcher.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bad link on one machine: listens for datagrams and TCP on one port of the loopback address and passes what comes to
 * a target, and the answers back, as a {@link LinkProfile} says, from a seed. Any thread.
 */
public final class LinkLab implements AutoCloseable {
    private static final int TRIES = 20;

    private final InetSocketAddress target;
    private final LinkProfile profile;
    private final long seed;
    private final long beganNanos = System.nanoTime();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final Later later = new Later();
    private final InetSocketAddress address;
    private final DatagramSide datagrams;
    private final StreamSide streams;

    private LinkLab(InetSocketAddress target, LinkProfile profile, long seed, ServerSocket tcp, DatagramSocket udp)
            throws IOException {
        this.target = target;
        this.profile = profile;
        this.seed = seed;
        this.address = new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
        this.datagrams = new DatagramSide(this, udp);
        this.streams = new StreamSide(this, tcp);
    }

    /** A link to a target; its profile's time begins now. */
    public static LinkLab open(InetSocketAddress target, LinkProfile profile, long seed) throws IOException {
        for (int i = 1; ; i++) {
            ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            try {
                DatagramSocket udp =
                        new DatagramSocket(new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort()));
                return new LinkLab(target, profile, seed, tcp, udp);
            } catch (IOException e) {
                tcp.close(); // somebody else has the port for datagrams
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Where to connect instead of to the target. */
    public InetSocketAddress address() {
        return address;
    }

    /** Cuts the link, or joins it again, whatever the profile says. */
    public void cut(boolean down) {
        cut.set(down);
    }

    /** Whether nothing passes now. */
    public boolean isDown() {
        return cut.get() || profile.isDown((System.nanoTime() - beganNanos) / 1_000_000);
    }

    LinkProfile profile() {
        return profile;
    }

    InetSocketAddress target() {
        return target;
    }

    long seed() {
        return seed;
    }

    Direction direction(long number) {
        return new Direction(profile, seed * 10_007 + number);
    }

    void later(long dueNanos, Runnable what) {
        later.at(dueNanos, what);
    }

    @Override
    public void close() {
        datagrams.close();
        streams.close();
        later.close();
    }
}
