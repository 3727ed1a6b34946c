package org.farfield.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/** What the stream holds of one tile: its parameters, its tile-parts' bytes, packet headers packed apart. */
final class TileStream {
    private final int index;
    private final Parameters parameters;
    private final List<ByteSlice> parts = new ArrayList<>();
    private final TreeMap<Integer, ByteSlice> packedHere = new TreeMap<>();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private boolean hasPacked;

    TileStream(int index, Parameters parameters) {
        this.index = index;
        this.parameters = parameters;
    }

    int index() {
        return index;
    }

    Parameters parameters() {
        return parameters;
    }

    List<ByteSlice> parts() {
        return parts;
    }

    void addPart(ByteSlice bytes) {
        parts.add(bytes);
    }

    /** Packet headers out of PPM, which is in the order of the tile-parts (T.800 A.7.4). */
    void addPacked(ByteSlice headers) {
        hasPacked = true;
        packed.write(headers.array(), headers.offset(), headers.length());
    }

    /** A PPT segment (T.800 A.7.5); they count through the whole tile. */
    void addPpt(StreamReader in) throws DicomException {
        hasPacked = true;
        int place = in.octet();
        if (packedHere.put(place, in.rest()) != null) {
            throw Fault.malformed("two PPT segments are number " + place + " of tile " + index);
        }
    }

    /** Where packet headers are read from; empty when they stand before their packets. */
    List<ByteSlice> packedHeaders() {
        if (!hasPacked) {
            return List.of();
        }
        packedHere.values().forEach(one -> packed.write(one.array(), one.offset(), one.length()));
        packedHere.clear();
        return List.of(ByteSlice.of(packed.toByteArray()));
    }
}
