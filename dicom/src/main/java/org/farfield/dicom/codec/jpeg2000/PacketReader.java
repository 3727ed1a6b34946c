package org.farfield.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/**
 * Reads the packets of one tile (T.800 B.9, B.10): which blocks each holds, how many coding passes, how many bytes.
 * Every packet takes at least one bit of a header, so that work is bounded by the stream's length. One use, one thread.
 */
final class PacketReader {
    private static final int MOST_ZERO_PLANES = 80;
    private static final int SOP_BODY = 4;
    private static final int LAZY_FROM = 10;

    private final TileStream stream;
    private final boolean sopMayBe;
    private final boolean ephIs;
    private final boolean apart;
    private int part = -1;
    private PacketBits body = new PacketBits(ByteSlice.EMPTY);
    private ByteSlice bytes = ByteSlice.EMPTY;
    private PacketBits headers = body;
    private final List<CodeBlock> coming = new ArrayList<>();
    private final List<Integer> comingBytes = new ArrayList<>();

    PacketReader(TileStream stream) {
        this.stream = stream;
        this.sopMayBe = stream.parameters().sopMayBe();
        this.ephIs = stream.parameters().ephIs();
        List<ByteSlice> packed = stream.packedHeaders();
        this.apart = !packed.isEmpty();
        if (apart) {
            headers = new PacketBits(packed.getFirst());
        }
    }

    /** Reads the packet of a precinct's next layer. */
    void read(Precinct precinct, CodingStyle style) throws DicomException {
        while (body.left() == 0 && part + 1 < stream.parts().size()) {
            openPart();
        }
        if (!apart && body.left() == 0) {
            throw Fault.truncated("ends before layer " + precinct.nextLayer + " of resolution " + precinct.resolution
                    + " of tile " + stream.index());
        }
        if (sopMayBe) {
            body.passMarker(Marker.SOP, SOP_BODY);
        }
        headers.seek(headers.at());
        coming.clear();
        comingBytes.clear();
        if (headers.bit() == 1) {
            for (BlockGrid grid : precinct.grids()) {
                readHeader(grid, precinct.nextLayer, style);
            }
        }
        headers.align();
        if (ephIs) {
            headers.passMarker(Marker.EPH, 0);
        }
        for (int i = 0; i < coming.size(); i++) {
            takeBody(coming.get(i), comingBytes.get(i));
        }
    }

    private void openPart() {
        part++;
        bytes = stream.parts().get(part);
        body = new PacketBits(bytes);
        if (!apart) {
            headers = body;
        }
    }

    private void takeBody(CodeBlock block, int length) throws DicomException {
        if (length > body.left()) {
            throw Fault.truncated("ends in tile " + stream.index() + ": a code-block of " + length + " bytes, "
                    + body.left() + " are left");
        }
        block.addChunk(bytes.slice(body.at(), length));
        body.seek(body.at() + length);
    }

    private void readHeader(BlockGrid grid, int layer, CodingStyle style) throws DicomException {
        for (int i = 0; i < grid.blocks.length; i++) {
            CodeBlock block = grid.blocks[i];
            int x = i % grid.across;
            int y = i / grid.across;
            if (block.isIncluded()) {
                if (headers.bit() == 0) {
                    continue;
                }
            } else {
                if (!grid.inclusion.isBelow(headers, x, y, layer + 1)) {
                    continue;
                }
                block.zeroPlanes = zeroPlanes(grid, x, y);
            }
            int passes = passes();
            while (headers.bit() == 1) {
                block.lengthBits++;
            }
            coming.add(block);
            comingBytes.add(segments(block, passes, style));
        }
    }

    private int zeroPlanes(BlockGrid grid, int x, int y) throws DicomException {
        int planes = 0;
        while (!grid.zeroPlanes.isBelow(headers, x, y, planes + 1)) {
            planes++;
            if (planes > MOST_ZERO_PLANES) {
                throw Fault.malformed("a code-block with more than " + MOST_ZERO_PLANES + " empty bit planes");
            }
        }
        return planes;
    }

    /** The number of new coding passes (T.800 table B.4). */
    private int passes() throws DicomException {
        if (headers.bit() == 0) {
            return 1;
        }
        if (headers.bit() == 0) {
            return 2;
        }
        int more = headers.bits(2);
        if (more < 3) {
            return 3 + more;
        }
        more = headers.bits(5);
        return more < 31 ? 6 + more : 37 + headers.bits(7);
    }

    /** Divides new passes among codeword segments and reads the length of each (T.800 B.10.7); gives their sum. */
    private int segments(CodeBlock block, int passes, CodingStyle style) throws DicomException {
        int sum = 0;
        for (int left = passes; left > 0; ) {
            if (block.segments == 0 || room(block, style) == 0) {
                block.openSegment();
            }
            int taken = Math.min(left, room(block, style));
            int bits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(taken);
            if (bits > 31) {
                throw Fault.malformed("a code-block's length of " + bits + " bits");
            }
            int length = headers.bits(bits);
            if (length > body.left() - (long) sum) {
                throw Fault.truncated("of tile " + stream.index() + ": a code-block of " + length + " bytes, "
                        + body.left() + " are left");
            }
            block.segmentPasses[block.segments - 1] += taken;
            block.segmentBytes[block.segments - 1] += length;
            block.passes += taken;
            sum += length;
            left -= taken;
        }
        return sum;
    }

    /** How many more passes the last segment takes (T.800 tables D.8, D.9). */
    private static int room(CodeBlock block, CodingStyle style) {
        int most = Integer.MAX_VALUE;
        if (style.has(CodingStyle.TERMINATE)) {
            most = 1;
        } else if (style.has(CodingStyle.BYPASS)) {
            most = block.segments == 1 ? LAZY_FROM : 2 - block.segments % 2;
        }
        return most - block.segmentPasses[block.segments - 1];
    }
}
