package org.farfield.dicom.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.web.WebException.Kind;

/** Takes the parts of an answer to where instances go, without holding one in memory. One answer, one thread. */
public final class WebRetrieval {
    private static final int HEAD_BYTES = 1 << 14;
    private static final ReadOptions NAMES = ReadOptions.HEADER.withOnly(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID);
    private static final long LONGEST_INSTANCE = 16L << 30;

    private final WebExchange exchange;
    private final InstanceSink sink;
    private final ReceiveListener events;
    private final Consumer<Integer> progress;
    private int stored;
    private int failed;

    /**
     * What came.
     *
     * @param stored instances that are durable now
     * @param failed parts that could not be kept; the listener knows why
     */
    public record Result(int stored, int failed) {
        /** Whether all that was given is kept. */
        public boolean complete() {
            return failed == 0 && stored > 0;
        }
    }

    WebRetrieval(WebExchange exchange, InstanceSink sink, ReceiveListener events, Consumer<Integer> progress) {
        this.exchange = exchange;
        this.sink = sink;
        this.events = events;
        this.progress = progress;
    }

    Result receive(HttpResponse<?> response, InputStream body) throws IOException {
        URI from = response.uri();
        MultipartReader parts = new MultipartReader(body, exchange.boundary(response));
        while (parts.next().isPresent()) {
            part(from, parts.body());
        }
        return new Result(stored, failed);
    }

    private void part(URI from, InputStream part) throws IOException {
        BufferedInputStream in = new BufferedInputStream(part, HEAD_BYTES);
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        InstanceOrigin origin;
        try {
            DicomFile file = Part10.read(head, NAMES);
            origin = new InstanceOrigin(
                    file.sopClassUid(), file.sopInstanceUid(), file.transferSyntax(), "", from.getAuthority());
        } catch (DicomException e) {
            failed++;
            events.onTrouble(from.getAuthority() + ": a part is no instance: " + e.reason());
            return;
        }
        try (InstanceSink.Reception reception = sink.begin(origin)) {
            copy(in, reception.out());
            reception.commit();
            stored++;
            events.onStored(origin);
            progress.accept(stored);
        } catch (DicomException e) {
            failed++;
            events.onFailed(origin, String.valueOf(e.getMessage()));
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] bytes = new byte[1 << 16];
        long length = 0;
        for (int n = in.read(bytes, 0, bytes.length); n >= 0; n = in.read(bytes, 0, bytes.length)) {
            length += n;
            if (length > LONGEST_INSTANCE) {
                throw exchange.fault(Kind.PROTOCOL, "an instance is longer than " + LONGEST_INSTANCE + " bytes");
            }
            out.write(bytes, 0, n);
        }
    }
}
