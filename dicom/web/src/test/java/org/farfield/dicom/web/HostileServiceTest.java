package org.farfield.dicom.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.web.WebException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that breaks every promise, in this process. */
class HostileServiceTest {
    @TempDir
    private Path folder;

    private HttpServer server;
    private String address;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> authorizations = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/web";
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    private void answer(String path, int status, String type, Answer body) {
        server.createContext("/web" + path, exchange -> reply(exchange, status, type, body));
    }

    private void reply(HttpExchange exchange, int status, String type, Answer body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, 0);
            body.write(exchange.getResponseBody());
        }
    }

    private WebClient client() {
        return new WebClient(WebService.at(address), Duration.ofSeconds(20));
    }

    private WebException searchFails() {
        try (WebClient client = client()) {
            return assertThrows(WebException.class, () -> client.search("/studies", Map.of(), 10, new Cancellation()));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyRefusalNamesTheServiceAndTheCause() throws IOException {
        answer("/studies", 401, "text/plain", out -> {});
        WebException refused = searchFails();
        assertEquals(Kind.UNAUTHORIZED, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).startsWith(address + ": "));
        server.removeContext("/web/studies");
        answer("/studies", 302, "text/plain", out -> {});
        assertEquals(Kind.REFUSED, searchFails().kind());
        server.removeContext("/web/studies");
        answer("/studies", 500, "text/html", out -> out.write(text("<b>disk\u0007 full</b>")));
        assertTrue(String.valueOf(searchFails().getMessage()).endsWith("500, disk full"));
        server.removeContext("/web/studies");
        answer("/studies", 200, "application/dicom+json", out -> out.write(text("[{\"00100010\":")));
        assertEquals(Kind.PROTOCOL, searchFails().kind());
        server.removeContext("/web/studies");
        answer("/studies", 200, "application/dicom+json", out -> {
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 70; i++) {
                out.write(blank);
            }
        });
        assertTrue(String.valueOf(searchFails().getMessage()).contains("longer than"));
        try (ServerSocket gone = new ServerSocket(0)) {
            address = "http://127.0.0.1:" + gone.getLocalPort();
        }
        assertEquals(Kind.UNREACHABLE, searchFails().kind());
    }

    @Test
    void aServiceThatFallsSilentIsGivenUp() {
        answer("/studies", 200, "application/dicom+json", out -> {
            out.write(text("["));
            out.flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (WebClient client = new WebClient(WebService.at(address), Duration.ofMillis(600))) {
            WebException e =
                    assertThrows(WebException.class, () -> client.search("/studies", Map.of(), 10, new Cancellation()));
            assertEquals(Kind.TIMED_OUT, e.kind());
        }
    }

    private WebRetrieval.Result retrieve(List<String> troubles) throws IOException, InterruptedException {
        ReceiveListener events = new ReceiveListener() {
            @Override
            public void onFailed(InstanceOrigin origin, String cause) {
                troubles.add(cause);
            }

            @Override
            public void onTrouble(String line) {
                troubles.add(line);
            }
        };
        try (WebClient client = client();
                FolderSink sink = new FolderSink(folder.resolve("in"))) {
            return client.retrieve(WebPath.study(Ct.STUDY), sink, events, count -> {}, new Cancellation());
        }
    }

    private long kept() throws IOException {
        try (Stream<Path> list = Files.list(folder.resolve("in"))) {
            return list.filter(path -> path.toString().endsWith(".dcm")).count();
        }
    }

    private static byte[] part(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text("\r\n--b0\r\nContent-Type: application/dicom\r\nContent-Length: 99999999\r\n\r\n"));
        out.write(body);
        return out.toByteArray();
    }

    @Test
    void whatCameWholeIsKeptWhenTheAnswerBreaksOff() throws IOException {
        byte[] instance = Part10.toBytes(Ct.file(1));
        answer("/studies/" + Ct.STUDY, 200, "multipart/related; boundary=b0", out -> {
            out.write(part(instance));
            out.write(part(text("this is no instance")));
            out.write(part(instance), 0, 1000);
        });
        List<String> troubles = new ArrayList<>();
        WebException lost = assertThrows(WebException.class, () -> retrieve(troubles));
        assertTrue(String.valueOf(lost.getMessage()).contains("in the middle of a part"));
        assertEquals(1, kept());
        assertEquals(1, troubles.size());
    }

    @Test
    void aBoundaryInsideAnInstanceIsNoEnd() throws IOException, InterruptedException {
        byte[] instance = Part10.toBytes(Ct.file(2));
        byte[] almost = text("\r\n--b");
        System.arraycopy(almost, 0, instance, instance.length - 100, almost.length);
        answer("/studies/" + Ct.STUDY, 200, "multipart/related; type=\"application/dicom\"; boundary=\"b0\"", out -> {
            out.write(text("a preamble"));
            out.write(part(instance));
            out.write(text("\r\n--b0--"));
        });
        assertEquals(new WebRetrieval.Result(1, 0), retrieve(new ArrayList<>()));
        Path file = folder.resolve("in").resolve(FolderSink.name("1.2.3.4.3.2"));
        assertEquals(instance.length, Files.size(file));
    }

    @Test
    void anEndlessHeaderEnds() {
        answer("/studies/" + Ct.STUDY, 200, "multipart/related; boundary=b0", out -> {
            out.write(text("--b0\r\n"));
            for (int i = 0; i < 1000; i++) {
                out.write(text("X-Header: and so on and on\r\n"));
            }
        });
        assertEquals(
                Kind.PROTOCOL,
                assertThrows(WebException.class, () -> retrieve(new ArrayList<>()))
                        .kind());
    }

    @Test
    void anInstanceThatTheServiceDoesNotNameIsNotStored() throws IOException, InterruptedException {
        answer(
                "/studies",
                200,
                "application/dicom+json",
                out -> out.write(text("{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\","
                        + "\"Value\":[\"1.2.3.4.3.1\"]}}]},\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\","
                        + "\"Value\":[\"1.2.3.4.3.2\"]},\"00081197\":{\"vr\":\"US\",\"Value\":[49442]}}]}}")));
        List<String> lines = new ArrayList<>();
        SendListener listener = new SendListener() {
            @Override
            public void onSent(OutgoingInstance instance, String note) {
                lines.add("sent " + instance.sopInstanceUid());
            }

            @Override
            public void onFailed(OutgoingInstance instance, String cause) {
                lines.add("failed " + instance.sopInstanceUid() + " " + cause);
            }
        };
        try (WebClient client = client()) {
            client.store(Ct.outgoing(folder.resolve("out"), 3), listener, new Cancellation());
        }
        assertEquals("sent 1.2.3.4.3.1", lines.get(0));
        assertEquals("failed 1.2.3.4.3.2 not stored: the transfer syntax is not supported (C122H)", lines.get(1));
        assertTrue(lines.get(2).contains("does not say that it has it"));
    }

    private static String referring(String tag, String uri) {
        return "\"" + tag + "\":{\"vr\":\"OB\",\"BulkDataURI\":\"" + uri + "\"}";
    }

    @Test
    void bulkDataIsFetchedFromTheServiceItself() throws IOException, InterruptedException {
        String path = "/studies/" + Ct.STUDY;
        List<String> asked = new ArrayList<>();
        answer(
                path + "/metadata",
                200,
                "application/dicom+json",
                out -> out.write(text("[{" + referring("00282000", "bulk/a") + ","
                        + referring("00420011", address + path + "/bulk/b") + ","
                        + referring("7FE00010", address + path + "/bulk/pixels") + "}]")));
        answer(path + "/bulk/a", 200, "application/octet-stream", out -> out.write(new byte[] {1, 2}));
        answer(path + "/bulk/b", 200, "multipart/related; boundary=b0", out -> {
            out.write(part(new byte[] {3, 4, 5, 6}));
            out.write(text("\r\n--b0--"));
        });
        answer(path + "/bulk/pixels", 200, "application/octet-stream", out -> asked.add("pixels"));
        try (WebClient client = client()) {
            DataSet header = client.metadataWithBulkData(WebPath.study(Ct.STUDY), new Cancellation())
                    .getFirst();
            assertArrayEquals(new byte[] {1, 2}, header.bytes(0x00282000).toArray());
            assertArrayEquals(new byte[] {3, 4, 5, 6}, header.bytes(0x00420011).toArray());
            assertEquals(0, header.bytes(Tag.PIXEL_DATA).length());
        }
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "http://127.0.0.1:1/web/studies/1/bulk",
                "//elsewhere.example/web/bulk",
                "/other/bulk",
                "../../../../../other/bulk",
                "not an address"
            })
    void bulkDataElsewhereIsNotFetched(String uri) {
        String path = "/studies/" + Ct.STUDY;
        answer(
                path + "/metadata",
                200,
                "application/dicom+json",
                out -> out.write(text("[{" + referring("00282000", uri) + "}]")));
        try (WebClient client = client()) {
            WebException e = assertThrows(
                    WebException.class, () -> client.metadataWithBulkData(WebPath.study(Ct.STUDY), new Cancellation()));
            assertEquals(Kind.PROTOCOL, e.kind());
            assertTrue(String.valueOf(e.getMessage()).contains("address"), e.getMessage());
        }
    }

    @Test
    void theTokenIsSentAndNowhereElse() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("token"), "abc.def-123\n");
        WebService service =
                new WebService(URI.create(address), Optional.of(BearerToken.ofFile(file)), Optional.empty());
        answer("/studies", 200, "application/dicom+json", out -> out.write(text("[]")));
        try (WebClient client = new WebClient(service)) {
            client.test();
        }
        assertEquals(List.of("Bearer abc.def-123"), authorizations);
        assertFalse((service + " " + service.token()).contains("abc"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebService(URI.create("http://pacs.example"), service.token(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> WebService.at("https://user:word@pacs.example"));
        assertThrows(IllegalArgumentException.class, () -> WebPath.study("1.2/../3"));
    }
}
