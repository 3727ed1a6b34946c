package org.farfield.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.farfield.dicom.Tag;
import org.farfield.dicom.model.BulkDataSource;
import org.farfield.dicom.model.ModelReader;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.web.WebException.Kind;

/**
 * Fetches the values that metadata refers to (PS3.18 10.4.1.1.5, F.2.6) from the service that gave them: an address
 * that is not below the service's own is refused, so that neither the token nor the request goes elsewhere. Pixel data
 * is not fetched. One thread.
 */
final class WebBulk implements BulkDataSource {
    private static final int LONGEST = 256 << 20;
    private static final int PIXEL_GROUP = 0x7FE0;

    private final WebExchange exchange;
    private final URI base;
    private final Cancellation cancellation;

    /** @param resource what the references are relative to, from the service's root on */
    WebBulk(WebExchange exchange, String resource, Cancellation cancellation) {
        this.exchange = exchange;
        this.base = URI.create(exchange.root() + resource);
        this.cancellation = cancellation;
    }

    @Override
    public Optional<byte[]> fetch(int tag, String uri) throws IOException {
        if (Tag.group(tag) == PIXEL_GROUP) {
            return Optional.empty();
        }
        HttpRequest request = exchange.request(below(tag, uri))
                .header(
                        "Accept",
                        "multipart/related; type=\"application/octet-stream\", application/octet-stream;q=0.5")
                .build();
        try {
            return Optional.of(value(exchange.send(request, cancellation)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebException(Kind.CANCELLED, "interrupted", e);
        }
    }

    /** The address from the service's root on. */
    private String below(int tag, String uri) throws WebException {
        String root = exchange.root().toString();
        try {
            String address = base.resolve(URI.create(uri)).normalize().toString();
            if (address.startsWith(root + "/") && !address.contains("/../") && !address.contains("#")) {
                return address.substring(root.length());
            }
        } catch (IllegalArgumentException e) {
            throw new WebException(
                    Kind.PROTOCOL, "refers to a value by no address: '" + ModelReader.shown(uri) + "'", e);
        }
        throw exchange.fault(
                Kind.PROTOCOL,
                "refers for " + Tag.describe(tag) + " to another address, which is not followed: '"
                        + ModelReader.shown(uri) + "'");
    }

    /** The body, or its only part. */
    private byte[] value(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (MultipartReader.boundary(type).isEmpty()) {
            return exchange.body(response, LONGEST);
        }
        try (InputStream in = response.body()) {
            MultipartReader parts = new MultipartReader(in, exchange.boundary(response));
            if (parts.next().isEmpty()) {
                throw exchange.fault(Kind.PROTOCOL, "answers without a part");
            }
            byte[] bytes = parts.body().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw exchange.fault(Kind.PROTOCOL, "a value is longer than " + LONGEST + " bytes");
            }
            return bytes;
        }
    }
}
