package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/** The bits of packet headers: after a byte FF comes one of seven bits (T.800 B.10.1). One thread. */
final class PacketBits {
    private final ByteSlice bytes;
    private int at;
    private int current;
    private int left;

    PacketBits(ByteSlice bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    int left() {
        return bytes.length() - at;
    }

    /** Goes on at a byte. */
    void seek(int place) {
        at = place;
        current = 0;
        left = 0;
    }

    int bit() throws DicomException {
        if (left == 0) {
            next();
        }
        return current >> --left & 1;
    }

    private void next() throws DicomException {
        if (at >= bytes.length()) {
            throw Fault.truncated("ends in a packet's header");
        }
        left = current == 0xFF ? 7 : 8;
        current = bytes.at(at++);
    }

    int bits(int count) throws DicomException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** Ends a header: the rest of its last byte is passed over, and a byte that only follows an FF. */
    void align() throws DicomException {
        if (current == 0xFF) {
            next();
        }
        current = 0;
        left = 0;
    }

    /** Passes over a marker and {@code more} bytes when it stands here. */
    void passMarker(int marker, int more) {
        if (left() >= 2 + more && (bytes.at(at) << 8 | bytes.at(at + 1)) == marker) {
            at += 2 + more;
        }
    }
}
