package org.farfield.dicom.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.network.service.Cancellation;
import org.junit.jupiter.api.Test;

/**
 * A service that speaks HTTP/2 (RFC 9113, reached by the upgrade of RFC 7540 3.2) and sends a frame only once the one
 * before has been handed on.
 *
 * <pre>
 * frame:  length(3) type(1) flags(1) stream(4) payload
 * </pre>
 */
class FramesOverHttp2Test {
    private static final int FRAMES = 4;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final String TYPE = "multipart/related; boundary=b0";

    private final Semaphore handedOn = new Semaphore(0);

    private static byte[] pixels(int frame) {
        byte[] bytes = new byte[10_000];
        Arrays.fill(bytes, (byte) frame);
        return bytes;
    }

    @Test
    void eachFrameIsHandedOnBeforeTheNextOneIsSent() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> served = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (Socket peer = socket.accept()) {
                    served.complete(serve(peer));
                } catch (IOException | InterruptedException e) {
                    served.completeExceptionally(e);
                }
            });
            List<Integer> came = new ArrayList<>();
            WebService service = WebService.at("http://127.0.0.1:" + socket.getLocalPort() + "/web");
            try (WebClient client = new WebClient(service, Duration.ofSeconds(10))) {
                client.frames(
                        WebPath.instance(Ct.STUDY, Ct.SERIES, "1.2.3"),
                        new int[] {1, 2, 3, 4},
                        (frame, type, bytes) -> {
                            assertArrayEquals(pixels(frame), bytes);
                            came.add(frame);
                            handedOn.release();
                        },
                        new Cancellation());
            }
            assertEquals(List.of(1, 2, 3, 4), came);
            assertEquals("PRI * HTTP/2.0", served.get(10, TimeUnit.SECONDS));
        }
    }

    /** Gives the first line of the client's preface. */
    private String serve(Socket peer) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(peer.getInputStream());
        OutputStream out = peer.getOutputStream();
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append((char) in.readUnsignedByte());
        }
        assertTrue(request.toString().contains("Upgrade: h2c"), "HTTP/2 is not asked for: " + request);
        out.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        frame(out, SETTINGS, 0, 0);
        byte[] preface = in.readNBytes(24);
        frame(out, SETTINGS, ACK, 0);
        frame(out, HEADERS, END_HEADERS, 1, head());
        for (int frame = 1; frame <= FRAMES; frame++) {
            frame(out, DATA, 0, 1, part(frame));
            if (!handedOn.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new IOException("frame " + frame + " is not handed on while the next one is still to come");
            }
        }
        frame(out, DATA, END_STREAM, 1, "--\r\n".getBytes(StandardCharsets.US_ASCII));
        return new String(preface, StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }

    /** {@code :status 200} and {@code content-type}, by the static table of RFC 7541: 8, and 31 without indexing. */
    private static byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(new byte[] {(byte) 0x88, 0x0F, 31 - 15, (byte) TYPE.length()});
        head.write(TYPE.getBytes(StandardCharsets.US_ASCII));
        return head.toByteArray();
    }

    /** A part and the boundary behind it, up to where the answer would end or the next part begin. */
    private static byte[] part(int frame) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        String head = (frame == 1 ? "--b0" : "") + "\r\nContent-Type: application/octet-stream\r\n\r\n";
        part.write(head.getBytes(StandardCharsets.US_ASCII));
        part.write(pixels(frame));
        part.write("\r\n--b0".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte... payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags});
        frame.write(new byte[] {0, 0, 0, (byte) stream});
        frame.write(payload);
        out.write(frame.toByteArray());
        out.flush();
    }
}
