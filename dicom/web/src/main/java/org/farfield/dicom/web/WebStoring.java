package org.farfield.dicom.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.json.DicomJson;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.dicom.web.WebException.Kind;

/** Stores instances at a service (PS3.18 10.5): requests of a few files each, so that progress is seen. One thread. */
final class WebStoring {
    private static final int MOST_FILES = 25;
    private static final long ENOUGH_BYTES = 64 << 20;
    private static final int LONGEST_ANSWER = 16 << 20;

    private final WebExchange exchange;
    private final SendListener listener;
    private final Cancellation cancellation;

    WebStoring(WebExchange exchange, SendListener listener, Cancellation cancellation) {
        this.exchange = exchange;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    void store(List<OutgoingInstance> instances) throws IOException, InterruptedException {
        List<OutgoingInstance> some = new ArrayList<>();
        long bytes = 0;
        for (OutgoingInstance instance : instances) {
            some.add(instance);
            bytes += Files.size(instance.file());
            if (some.size() == MOST_FILES || bytes > ENOUGH_BYTES) {
                request(some);
                some.clear();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            request(some);
        }
    }

    private void request(List<OutgoingInstance> instances) throws IOException, InterruptedException {
        if (cancellation.isWished()) {
            throw exchange.fault(Kind.CANCELLED, "cancelled");
        }
        String boundary = "farfield-" + UUID.randomUUID();
        List<OutgoingInstance> files = List.copyOf(instances);
        HttpRequest request = exchange.request("/studies")
                .header("Accept", "application/dicom+json")
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(files, boundary)))
                .build();
        HttpResponse<InputStream> response = exchange.sendAny(request, cancellation);
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 409 && !type.contains("dicom+json")) {
            response = exchange.passed(response);
        }
        byte[] answer = exchange.body(response, LONGEST_ANSWER);
        try {
            tell(files, DicomJson.read(new String(answer, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw exchange.fault(e);
        }
    }

    /** Opens each file only when the one before it has gone. */
    private static InputStream body(List<OutgoingInstance> files, String boundary) {
        List<Supplier<InputStream>> parts = new ArrayList<>();
        for (OutgoingInstance instance : files) {
            parts.add(() -> bytes("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
            parts.add(() -> open(instance));
            parts.add(() -> bytes("\r\n"));
        }
        parts.add(() -> bytes("--" + boundary + "--\r\n"));
        var remaining = parts.iterator();
        return new SequenceInputStream(Collections.enumeration(new java.util.AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                return remaining.next().get();
            }

            @Override
            public int size() {
                return parts.size();
            }
        }));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static InputStream open(OutgoingInstance instance) {
        try {
            return Files.newInputStream(instance.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service says of each instance (PS3.18 10.5.3, PS3.4 annex GG); silence is no success. */
    private void tell(List<OutgoingInstance> files, DataSet answer) {
        Map<String, String> outcomes = new HashMap<>();
        for (DataSet item : answer.sequence(Tag.of("ReferencedSOPSequence"))) {
            String warning = item.string(Tag.of("WarningReason")).orElse("");
            outcomes.put(uid(item), warning.isEmpty() ? "" : "with a warning: " + reason(warning));
        }
        Map<String, String> failures = new HashMap<>();
        for (DataSet item : answer.sequence(Tag.of("FailedSOPSequence"))) {
            String why = item.string(Tag.of("FailureReason")).orElse("no reason");
            failures.put(uid(item), "not stored: " + reason(why));
        }
        for (OutgoingInstance file : files) {
            String note = outcomes.get(file.sopInstanceUid());
            if (note == null) {
                listener.onFailed(
                        file, failures.getOrDefault(file.sopInstanceUid(), "the service does not say that it has it"));
            } else {
                listener.onSent(file, note);
            }
        }
    }

    private static String uid(DataSet item) {
        return item.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("");
    }

    /** Failure reasons of PS3.4 GG.4.2 and PS3.7 annex C, as the code that an administrator looks up. */
    private static String reason(String number) {
        try {
            int code = Integer.parseInt(number);
            String text = switch (code >> 8) {
                case 0xA7 -> "out of resources";
                case 0xA9 -> "it does not match its SOP class";
                case 0xC1 -> "the transfer syntax is not supported";
                case 0x01 -> "processing failure, or the SOP class is not supported";
                default -> "error";
            };
            return text + String.format(" (%04XH)", code);
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
