package org.farfield.dicom.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.json.DicomJson;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.web.WebException.Kind;

/**
 * A DICOMweb service (PS3.18 10): QIDO-RS, WADO-RS and STOW-RS over HTTP/2, or 1.1 where the service has no other. All
 * answers are bounded or stream to where they go. Any thread; methods wait, faults name the service and the cause.
 */
public final class WebClient implements AutoCloseable {
    private static final int LONGEST_PAGE = 64 << 20;
    private static final int MATCHES_PER_PAGE = 500;
    private static final int LONGEST_FRAME = 1 << 30;
    private static final String JSON = "application/dicom+json";

    private final WebExchange exchange;

    /** A client that gives up when the service is silent for a minute. */
    public WebClient(WebService service) {
        this(service, Duration.ofSeconds(60));
    }

    /** @param patience after how long a silence is the end */
    public WebClient(WebService service, Duration patience) {
        exchange = new WebExchange(service, patience);
    }

    /** Takes frames as they come. */
    public interface FrameReceiver {
        /**
         * One whole frame.
         *
         * @param frame its number, from 1
         * @param mediaType of the bytes, with its transfer syntax where the service says it
         */
        void onFrame(int frame, String mediaType, byte[] bytes) throws IOException;
    }

    /**
     * Searches (QIDO-RS, PS3.18 10.6), page by page.
     *
     * @param resource {@code /studies}, or below it series or instances
     * @param query keys and values, for instance {@code PatientName} and {@code Wang*}
     * @param most ends after so many matches
     */
    public List<DataSet> search(String resource, Map<String, String> query, int most, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<DataSet> all = new ArrayList<>();
        while (all.size() < most) {
            int page = Math.min(MATCHES_PER_PAGE, most - all.size());
            String text = query.entrySet().stream()
                            .map(key -> encoded(key.getKey()) + "=" + encoded(key.getValue()) + "&")
                            .collect(Collectors.joining())
                    + "limit=" + page + "&offset=" + all.size();
            List<DataSet> found = json(resource + "?" + text, cancellation);
            all.addAll(found.subList(0, Math.min(found.size(), most - all.size())));
            if (found.size() < page) {
                break;
            }
        }
        return all;
    }

    /** Headers of the instances of a resource, without bulk data (PS3.18 10.4.1.1.2). */
    public List<DataSet> metadata(WebPath path, Cancellation cancellation) throws IOException, InterruptedException {
        return json(path + "/metadata", cancellation);
    }

    /**
     * The same with the long values that the service only refers to fetched from it, pixel data excepted: frames are
     * asked for as such. References to another address are refused.
     */
    public List<DataSet> metadataWithBulkData(WebPath path, Cancellation cancellation)
            throws IOException, InterruptedException {
        String resource = path + "/metadata";
        try {
            return json(resource, new WebBulk(exchange, resource, cancellation), cancellation);
        } catch (WebException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private List<DataSet> json(String path, Cancellation cancellation) throws IOException, InterruptedException {
        return json(path, BulkDataSource.NONE, cancellation);
    }

    private List<DataSet> json(String path, BulkDataSource source, Cancellation cancellation)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                exchange.send(exchange.request(path).header("Accept", JSON).build(), cancellation);
        byte[] body = exchange.body(response, LONGEST_PAGE);
        if (response.statusCode() == 204 || body.length == 0) {
            return List.of();
        }
        try {
            return DicomJson.readAll(new String(body, StandardCharsets.UTF_8), source);
        } catch (IOException e) {
            throw exchange.fault(e);
        }
    }

    /** Whether the service answers a search, and in what time. */
    public Duration test() throws IOException, InterruptedException {
        long from = System.nanoTime();
        search("/studies", Map.of(), 1, new Cancellation());
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /**
     * Brings the instances of a resource (WADO-RS, PS3.18 10.4), each in the transfer syntax in which it is kept there.
     *
     * @param progress hears of each instance that is stored
     * @return how many were stored, and whether all were
     */
    public WebRetrieval.Result retrieve(
            WebPath path,
            InstanceSink sink,
            ReceiveListener events,
            Consumer<Integer> progress,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        HttpRequest request = exchange.request(path.toString())
                .header("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*")
                .build();
        HttpResponse<InputStream> response = exchange.send(request, cancellation);
        try (InputStream in = response.body()) {
            return new WebRetrieval(exchange, sink, events, progress).receive(response, in);
        } catch (IOException e) {
            throw exchange.fault(e);
        }
    }

    /**
     * Brings frames of one instance, each handed on as soon as it is whole (PS3.18 10.4.1.1.6).
     *
     * @param frames numbers from 1
     */
    public void frames(WebPath path, int[] frames, FrameReceiver receiver, Cancellation cancellation)
            throws IOException, InterruptedException {
        if (path.instance().isEmpty() || frames.length == 0) {
            throw new IllegalArgumentException("frames are those of one instance");
        }
        String list = IntStream.of(frames).mapToObj(Integer::toString).collect(Collectors.joining(","));
        HttpRequest request = exchange.request(path + "/frames/" + list)
                .header("Accept", "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*")
                .build();
        HttpResponse<InputStream> response = exchange.send(request, cancellation);
        try (InputStream in = response.body()) {
            MultipartReader parts = new MultipartReader(in, exchange.boundary(response));
            for (int frame : frames) {
                Map<String, String> headers = parts.next()
                        .orElseThrow(() -> exchange.fault(Kind.PROTOCOL, "gives fewer frames than were asked for"));
                receiver.onFrame(frame, headers.getOrDefault("content-type", ""), frame(parts.body()));
            }
        } catch (IOException e) {
            throw exchange.fault(e);
        }
    }

    private byte[] frame(InputStream part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        byte[] some = new byte[1 << 16];
        for (int n = part.read(some, 0, some.length); n >= 0; n = part.read(some, 0, some.length)) {
            if (bytes.size() + n > LONGEST_FRAME) {
                throw exchange.fault(Kind.PROTOCOL, "a frame is longer than " + LONGEST_FRAME + " bytes");
            }
            bytes.write(some, 0, n);
        }
        return bytes.toByteArray();
    }

    /**
     * Brings a picture that the service has drawn (PS3.18 10.4.1.1.3).
     *
     * @param path an instance, or a frame of one: {@code .../frames/3}
     * @param mediaType {@code image/png} or {@code image/jpeg}
     * @return its bytes
     */
    public byte[] rendered(String path, String mediaType, Cancellation cancellation)
            throws IOException, InterruptedException {
        HttpRequest request =
                exchange.request(path + "/rendered").header("Accept", mediaType).build();
        return exchange.body(exchange.send(request, cancellation), LONGEST_PAGE);
    }

    /** Stores instances (STOW-RS, PS3.18 10.5), some at a time, streamed from their files. */
    public void store(List<OutgoingInstance> instances, SendListener listener, Cancellation cancellation)
            throws IOException, InterruptedException {
        new WebStoring(exchange, listener, cancellation).store(instances);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Ends all that is under way. */
    @Override
    public void close() {
        exchange.close();
    }
}
