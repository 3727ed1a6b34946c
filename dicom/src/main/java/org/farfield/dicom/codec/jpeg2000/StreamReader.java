package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/** Big endian numbers out of a part of the stream; going beyond its end is a fault, not an index error. One thread. */
final class StreamReader {
    private final ByteSlice bytes;
    private int at;
    private final int end;

    StreamReader(ByteSlice bytes) {
        this(bytes, 0, bytes.length());
    }

    private StreamReader(ByteSlice bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    int octet() throws DicomException {
        if (at >= end) {
            throw Fault.truncated("ends in its header, after " + at + " bytes");
        }
        return bytes.at(at++);
    }

    int word() throws DicomException {
        return octet() << 8 | octet();
    }

    /** 32 bits, unsigned. */
    long number() throws DicomException {
        return (long) word() << 16 | word();
    }

    void skip(int count) throws DicomException {
        if (count < 0 || count > left()) {
            throw Fault.truncated("ends in its header, after " + end + " bytes");
        }
        at += count;
    }

    /** The body of a marker segment, from behind its two bytes of length; this reader goes on behind the segment. */
    StreamReader segment() throws DicomException {
        int length = word();
        if (length < 2) {
            throw Fault.malformed("a marker segment of " + length + " bytes");
        }
        int from = at;
        skip(length - 2);
        return new StreamReader(bytes, from, at);
    }

    /** All bytes that are left. */
    ByteSlice rest() {
        return bytes.slice(at, left());
    }
}
