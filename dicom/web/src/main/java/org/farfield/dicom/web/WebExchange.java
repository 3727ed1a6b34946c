package org.farfield.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.web.WebException.Kind;

/**
 * One request and its answer, with faults in words. Redirections are not followed: they would take the token elsewhere.
 * Any thread.
 */
final class WebExchange implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 300;

    private final WebService service;
    private final Duration patience;
    private final HttpClient client;

    WebExchange(WebService service, Duration patience) {
        this.service = service;
        this.patience = patience;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        service.tls().ifPresent(builder::sslContext);
        client = builder.build();
    }

    /** A request to the service; {@code path} begins with a slash and may have a query. */
    HttpRequest.Builder request(String path) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service.root() + path)).timeout(patience);
        if (service.token().isPresent()) {
            request.header("Authorization", service.token().get().header());
        }
        return request;
    }

    /** The service's address, without a slash at its end. */
    URI root() {
        return service.root();
    }

    /** An answer with a status of 200 to 299; its body ends when nothing comes for some time. */
    HttpResponse<InputStream> send(HttpRequest request, Cancellation cancellation)
            throws IOException, InterruptedException {
        return passed(sendAny(request, cancellation));
    }

    /** The answer, when its status is 200 to 299. */
    HttpResponse<InputStream> passed(HttpResponse<InputStream> response) throws WebException {
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        return response;
    }

    /** An answer with any status. */
    HttpResponse<InputStream> sendAny(HttpRequest request, Cancellation cancellation)
            throws IOException, InterruptedException {
        try {
            return client.send(request, info -> new TimedBody(patience, cancellation));
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** The whole body, as long as it is no longer than {@code most} bytes. */
    byte[] body(HttpResponse<InputStream> response, int most) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw fault(Kind.PROTOCOL, "the answer is longer than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** The boundary of an answer that must be multipart. */
    String boundary(HttpResponse<?> response) throws WebException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return MultipartReader.boundary(type)
                .orElseThrow(() -> fault(Kind.PROTOCOL, "answers with '" + type + "' where parts were asked for"));
    }

    private WebException refused(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String said = text(response);
        return switch (status) {
            case 401 ->
                fault(Kind.UNAUTHORIZED, "wants to know who we are: the token is missing or not accepted (401)");
            case 403 -> fault(Kind.UNAUTHORIZED, "does not permit this to the token's owner (403)");
            case 404, 410 -> fault(Kind.ABSENT, "has no such study, series, instance or service (" + status + ")");
            case 301, 302, 303, 307, 308 ->
                fault(Kind.REFUSED, "sends us to another address, which is not followed (" + status + ")");
            default -> fault(Kind.REFUSED, "refuses or fails: " + status + (said.isEmpty() ? "" : ", " + said));
        };
    }

    /** The beginning of what an error says, on one line. */
    private static String text(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            String text = new String(in.readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
            return text.replaceAll("<[^>]*>", " ")
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** A fault in words, with the service in front. */
    WebException fault(IOException e) {
        return switch (e) {
            case WebException own
            when own.getMessage() != null && own.getMessage().startsWith(service + ": ") -> own;
            case WebException own -> new WebException(own.kind(), service + ": " + own.getMessage(), own);
            case SSLException tls ->
                new WebException(Kind.TLS, service + ": no secure connection: " + deepest(tls), tls);
            case ConnectException none ->
                new WebException(Kind.UNREACHABLE, service + ": cannot be reached" + said(none), none);
            case HttpTimeoutException late ->
                new WebException(
                        Kind.TIMED_OUT, service + ": does not answer within " + patience.toSeconds() + " s", late);
            case DicomException dicom ->
                new WebException(
                        Kind.PROTOCOL, service + ": answers with something else: " + dicom.getMessage(), dicom);
            default -> new WebException(Kind.LOST, service + ": the connection is lost: " + deepest(e), e);
        };
    }

    WebException fault(Kind kind, String what) {
        return new WebException(kind, service + ": " + what);
    }

    private static String said(Exception e) {
        String text = deepest(e);
        return text.equals("null") ? "" : ": " + text;
    }

    private static String deepest(Throwable fault) {
        Throwable at = fault;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
