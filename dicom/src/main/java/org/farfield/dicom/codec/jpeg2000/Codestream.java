package org.farfield.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.TreeMap;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a codestream (T.800 annex A) and where each tile's bytes lie. Nothing is copied but packed packet
 * headers, so that what is held is bounded by the stream's length. One thread.
 */
final class Codestream {
    private static final int LONGEST_START = 12;

    private final ImageSize size;
    private final ByteSlice bytes;
    private final Parameters main;
    private final TreeMap<Integer, TileStream> tiles = new TreeMap<>();
    private final TreeMap<Integer, ByteSlice> packed = new TreeMap<>();
    private @Nullable StreamReader packedLeft;

    /** Reads all headers of the codestream that begins where {@code size} says. */
    Codestream(ByteSlice frame, ImageSize size) throws DicomException {
        this.size = size;
        this.bytes = frame.slice(size.start(), frame.length() - size.start());
        this.main = new Parameters(size.components());
        StreamReader in = new StreamReader(bytes);
        in.skip(2);
        readMain(in);
        readTileParts(in);
    }

    /** The tiles of which there is something. */
    Collection<TileStream> tiles() {
        return tiles.values();
    }

    private void readMain(StreamReader in) throws DicomException {
        for (int marker = in.word(); marker != Marker.SOT; marker = in.word()) {
            if (Marker.isBare(marker)) {
                continue;
            }
            requirePart1(marker);
            StreamReader segment = in.segment();
            if (marker == Marker.PPM) {
                int place = segment.octet();
                if (packed.put(place, segment.rest()) != null) {
                    throw Fault.malformed("two PPM segments are number " + place);
                }
            } else {
                main.take(marker, segment);
            }
        }
        for (int component = 0; component < size.components(); component++) {
            main.style(component);
            main.quantization(component);
        }
        if (!packed.isEmpty()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            packed.values().forEach(one -> all.write(one.array(), one.offset(), one.length()));
            packedLeft = new StreamReader(ByteSlice.of(all.toByteArray()));
        }
    }

    private static void requirePart1(int marker) throws DicomException {
        if (marker == Marker.CAP || Marker.isPart2(marker)) {
            throw Fault.unsupported(String.format("marker %04X, an extension of part 1", marker));
        }
        if (marker < 0xFF00 || marker == Marker.SOD || marker == Marker.EOC) {
            throw Fault.malformed(String.format("%04X where a marker segment should begin", marker));
        }
    }

    /** From behind the first SOT on. */
    private void readTileParts(StreamReader in) throws DicomException {
        while (true) {
            readTilePart(in);
            if (in.left() < 2) {
                return;
            }
            int marker = in.word();
            if (marker == Marker.EOC) {
                return;
            }
            if (marker != Marker.SOT) {
                throw Fault.malformed(String.format("%04X where a tile-part should begin", marker));
            }
        }
    }

    private void readTilePart(StreamReader in) throws DicomException {
        int start = in.at() - 2;
        StreamReader sot = in.segment();
        int index = sot.word();
        long length = sot.number();
        if (index >= size.tilesAcross() * size.tilesDown()) {
            throw Fault.malformed("tile " + index + " of " + size.tilesAcross() + " x " + size.tilesDown());
        }
        if (length != 0 && length < LONGEST_START + 2) {
            throw Fault.malformed("a tile-part of " + length + " bytes");
        }
        int end = end(start, length);
        TileStream tile = tiles.computeIfAbsent(index, i -> new TileStream(i, new Parameters(main)));
        for (int marker = in.word(); marker != Marker.SOD; marker = in.word()) {
            requirePart1(marker);
            StreamReader segment = in.segment();
            if (marker == Marker.PPT) {
                tile.addPpt(segment);
            } else {
                tile.parameters().take(marker, segment);
            }
        }
        if (in.at() > end) {
            throw Fault.malformed("a tile-part of " + length + " bytes, its header is longer");
        }
        if (packedLeft != null) {
            tile.addPacked(packedHeaders(packedLeft));
        }
        tile.addPart(bytes.slice(in.at(), end - in.at()));
        in.skip(end - in.at());
    }

    private static ByteSlice packedHeaders(StreamReader left) throws DicomException {
        long length = left.number();
        if (length > left.left()) {
            throw Fault.truncated("has packet headers of " + length + " bytes where " + left.left() + " are left");
        }
        ByteSlice headers = left.rest().slice(0, (int) length);
        left.skip((int) length);
        return headers;
    }

    /** Some encoders count too many bytes in the last tile-part although the stream ends as it should. */
    private int end(int start, long length) throws DicomException {
        if (length == 0) {
            return bytes.length();
        }
        if (start + length <= bytes.length()) {
            return (int) (start + length);
        }
        int end = bytes.length();
        while (end > 2 && bytes.at(end - 1) == 0) {
            end--;
        }
        if (end < start + LONGEST_START + 2 || (bytes.at(end - 2) << 8 | bytes.at(end - 1)) != Marker.EOC) {
            throw Fault.truncated("of " + bytes.length() + " bytes where its tile-parts need " + (start + length));
        }
        return bytes.length();
    }
}
