package org.farfield.dicom.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart body (RFC 2046 5.1) part by part from a stream, in a buffer of fixed size.
 *
 * <pre>
 * [preamble] CRLF "--" boundary CRLF  header CRLF ... CRLF CRLF  bytes  CRLF "--" boundary ... CRLF "--" boundary "--"
 * </pre>
 *
 * A part ends where the boundary stands, whatever length its header claims. One thread.
 */
final class MultipartReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 14;
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s\"]{1,200}))", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean over;

    /** @param boundary as the content type names it */
    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The boundary of a content type; empty when it is not multipart. */
    static Optional<String> boundary(String contentType) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return Optional.empty();
        }
        Matcher m = BOUNDARY.matcher(contentType);
        return m.find() ? Optional.of(m.group(1) == null ? m.group(2) : m.group(1)) : Optional.empty();
    }

    /** Goes to the next part, past what is left of this one; empty behind the last. Names of headers are lower case. */
    Optional<Map<String, String>> next() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (!over && read(rest, 0, rest.length) >= 0) {
            // what nobody wanted
        }
        if (over) {
            return Optional.empty();
        }
        from += delimiter.length;
        if (peek(0) == '-' && peek(1) == '-') {
            over = true;
            return Optional.empty();
        }
        return Optional.of(headers());
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        StringBuilder line = new StringBuilder();
        boolean first = true;
        for (int length = 0; length < LONGEST_HEADER; length++) {
            int next = peek(0);
            from++;
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (!first && text.isEmpty()) {
                return headers;
            }
            first = false;
            int colon = text.indexOf(':');
            if (colon > 0) {
                headers.put(
                        text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        text.substring(colon + 1).strip());
            }
        }
        throw new WebException(WebException.Kind.PROTOCOL, "a part's header is longer than " + LONGEST_HEADER);
    }

    /** Bytes of this part; -1 at its end. */
    int read(byte[] bytes, int offset, int most) throws IOException {
        if (over) {
            return -1;
        }
        int available = available();
        if (available == 0) {
            return -1;
        }
        int count = Math.min(available, most);
        System.arraycopy(buffer, from, bytes, offset, count);
        from += count;
        return count;
    }

    /** This part as a stream, which ends with it. */
    InputStream body() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int most) throws IOException {
                return most == 0 ? 0 : MultipartReader.this.read(bytes, offset, most);
            }
        };
    }

    /** How many bytes from here on surely belong to the part; 0 at its end. */
    private int available() throws IOException {
        while (true) {
            int end = find();
            if (end >= 0) {
                return end - from;
            }
            int sure = to - from - (delimiter.length - 1);
            if (sure > 0) {
                return sure;
            }
            fill();
        }
    }

    private int find() {
        int last = to - delimiter.length;
        for (int at = from; at <= last; at++) {
            if (buffer[at] == '\r' && matches(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(int at) {
        for (int i = 1; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private int peek(int ahead) throws IOException {
        while (from + ahead >= to) {
            fill();
        }
        return buffer[from + ahead] & 0xFF;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("the answer ends in the middle of a part");
        }
        to += read;
    }
}
