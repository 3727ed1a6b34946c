package org.farfield.launcher.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * The datagrams of a lab: each peer that sends gets a socket of its own towards the target, so that the target answers
 * to it, and another one when its address is to change.
 */
final class DatagramSide implements AutoCloseable {
    private static final int MOST_BYTES = 65_535;
    private static final int SOCKET_BYTES = 1 << 20;

    private final LinkLab lab;
    private final DatagramSocket door;
    private final Map<SocketAddress, Flow> flows = new HashMap<>();

    DatagramSide(LinkLab lab, DatagramSocket door) throws IOException {
        this.lab = lab;
        this.door = door;
        door.setReceiveBufferSize(SOCKET_BYTES);
        Thread.ofPlatform().daemon().name("link-lab-udp").start(this::listen);
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
        while (!door.isClosed()) {
            try {
                packet.setLength(MOST_BYTES);
                door.receive(packet);
                flow(packet.getSocketAddress()).toTarget(bytes(packet));
            } catch (IOException e) {
                // closed, or a peer that is gone
            }
        }
    }

    private synchronized Flow flow(SocketAddress peer) throws IOException {
        Flow known = flows.get(peer);
        if (known == null) {
            known = new Flow(peer, flows.size());
            flows.put(peer, known);
        }
        return known;
    }

    private static byte[] bytes(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public synchronized void close() {
        door.close();
        flows.values().forEach(flow -> flow.socket.close());
    }

    /** One peer's datagrams, there and back. */
    private final class Flow {
        private final SocketAddress peer;
        private final Direction there;
        private final Direction back;
        private final Random noise;
        private volatile DatagramSocket socket;
        private long addressNanos = System.nanoTime();
        private long noiseNanos = System.nanoTime();

        Flow(SocketAddress peer, int number) throws IOException {
            this.peer = peer;
            there = lab.direction(2L * number);
            back = lab.direction(2L * number + 1);
            noise = new Random(lab.seed() + number);
            socket = fresh();
        }

        private DatagramSocket fresh() throws IOException {
            DatagramSocket made = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            made.setReceiveBufferSize(SOCKET_BYTES);
            Thread.ofPlatform().daemon().name("link-lab-udp-back").start(() -> answers(made));
            return made;
        }

        synchronized void toTarget(byte[] bytes) throws IOException {
            long now = System.nanoTime();
            long every = lab.profile().addressEveryMillis() * 1_000_000;
            if (every > 0 && now - addressNanos >= every) {
                addressNanos = now;
                DatagramSocket old = socket;
                socket = fresh();
                lab.later(now + 1_000_000_000, old::close); // what is under way to the old address may still come
            }
            if (lab.profile().garbagePerSecond() > 0
                    && now - noiseNanos >= 1e9 / lab.profile().garbagePerSecond()) {
                noiseNanos = now;
                byte[] junk = new byte[20 + noise.nextInt(1_200)];
                noise.nextBytes(junk);
                send(socket, junk, lab.target());
            }
            pass(there, bytes, () -> send(socket, bytes, lab.target()));
        }

        private void answers(DatagramSocket from) {
            DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            while (!from.isClosed()) {
                try {
                    packet.setLength(MOST_BYTES);
                    from.receive(packet);
                    byte[] bytes = bytes(packet);
                    synchronized (back) {
                        pass(back, bytes, () -> send(door, bytes, peer));
                    }
                } catch (IOException e) {
                    // closed, or nobody listens there any more
                }
            }
        }

        private void pass(Direction direction, byte[] bytes, Runnable deliver) {
            Direction.Fate fate = direction.datagram(bytes.length, System.nanoTime(), lab.isDown());
            if (!fate.lost()) {
                lab.later(fate.dueNanos(), deliver);
                if (fate.againNanos() != 0) {
                    lab.later(fate.againNanos(), deliver);
                }
            }
        }

        private static void send(DatagramSocket from, byte[] bytes, SocketAddress to) {
            try {
                from.send(new DatagramPacket(bytes, bytes.length, to));
            } catch (IOException e) {
                // lost, as datagrams may be
            }
        }
    }
}
