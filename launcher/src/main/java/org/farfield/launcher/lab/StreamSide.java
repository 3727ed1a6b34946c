package org.farfield.launcher.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The TCP connections of a lab: each ends here and is made anew to the target; what passes is delayed, never lost. The
 * two ends' own congestion control sees only this machine: what TCP itself makes of a lossy link is not measured here.
 */
final class StreamSide implements AutoCloseable {
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Piece(long dueNanos, byte[] bytes) {}

    private static final long RETRY_NANOS = 1_000_000;
    private static final int PIECE = 16 << 10;
    private static final int SOCKET_BYTES = 64 << 10;

    private final LinkLab lab;
    private final ServerSocket door;
    private final AtomicInteger numbers = new AtomicInteger(1_000);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    StreamSide(LinkLab lab, ServerSocket door) {
        this.lab = lab;
        this.door = door;
        Thread.ofPlatform().daemon().name("link-lab-tcp").start(this::listen);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void join(Socket near) {
        try {
            Socket far = new Socket(lab.target().getAddress(), lab.target().getPort());
            for (Socket each : new Socket[] {near, far}) {
                each.setTcpNoDelay(true);
                each.setSendBufferSize(SOCKET_BYTES);
                open.add(each);
            }
            int number = numbers.getAndAdd(2);
            Thread.ofVirtual().start(() -> carry(near, far, lab.direction(number)));
            Thread.ofVirtual().start(() -> carry(far, near, lab.direction(number + 1)));
        } catch (IOException e) {
            end(near);
        }
    }

    /** Reads on only while what waits is less than the queue holds. */
    private void carry(Socket from, Socket to, Direction direction) {
        LinkProfile profile = lab.profile();
        double queueBytes = profile.megabits() * 1e3 / 8 * (profile.queueMillis() + 2 * profile.delayMillis());
        Semaphore room = new Semaphore((int) Math.clamp(queueBytes, 4.0 * PIECE, 64 << 20));
        BlockingQueue<Piece> waiting = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> deliver(waiting, to, room));
        try (InputStream in = from.getInputStream()) {
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                room.acquire(read);
                waiting.add(new Piece(direction.stream(read, System.nanoTime()), Arrays.copyOf(piece, read)));
            }
        } catch (IOException e) {
            // one of the two ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.add(new Piece(direction.stream(1, System.nanoTime()), new byte[0]));
        }
    }

    /** Nothing passes while the link is down; it comes, in order, when the link is there again. */
    private void deliver(BlockingQueue<Piece> waiting, Socket to, Semaphore room) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Piece next = waiting.take(); next.bytes().length > 0; next = waiting.take()) {
                for (long wait = next.dueNanos() - System.nanoTime();
                        wait > 0 || lab.isDown();
                        wait = next.dueNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(wait > 0 ? wait : RETRY_NANOS);
                }
                out.write(next.bytes());
                room.release(next.bytes().length);
            }
        } catch (IOException e) {
            // one of the two ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release(1 << 20); // whoever still reads finds out by himself
            open.remove(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            // it is closed
        }
        open.forEach(this::end);
    }
}
