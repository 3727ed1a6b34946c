package org.farfield.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import org.farfield.dicom.DicomException;

/** Writes the packets of a single layer (T.800 B.9, B.10). One thread. */
final class PacketWriter {
    private final ByteArrayOutputStream out;

    PacketWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** Writes a precinct's packet; the blocks know their passes, empty planes and bytes. */
    void write(Precinct precinct) throws DicomException {
        PacketBitWriter bits = new PacketBitWriter(out);
        bits.bit(1);
        for (BlockGrid grid : precinct.grids()) {
            for (int i = 0; i < grid.blocks.length; i++) {
                CodeBlock block = grid.blocks[i];
                grid.inclusion.set(i % grid.across, i / grid.across, block.isIncluded() ? 0 : 1);
                if (block.isIncluded()) {
                    grid.zeroPlanes.set(i % grid.across, i / grid.across, block.zeroPlanes);
                }
            }
            for (int i = 0; i < grid.blocks.length; i++) {
                header(bits, grid, i);
            }
        }
        bits.align();
        for (BlockGrid grid : precinct.grids()) {
            for (CodeBlock block : grid.blocks) {
                byte[] bytes = new byte[block.bytes()];
                block.copyTo(bytes);
                out.write(bytes, 0, bytes.length);
            }
        }
    }

    private static void header(PacketBitWriter bits, BlockGrid grid, int index) {
        CodeBlock block = grid.blocks[index];
        int x = index % grid.across;
        int y = index / grid.across;
        grid.inclusion.tell(bits, x, y, 1);
        if (!block.isIncluded()) {
            return;
        }
        grid.zeroPlanes.tell(bits, x, y, block.zeroPlanes + 1);
        passes(bits, block.passes);
        int length = block.bytes();
        int needed = 32 - Integer.numberOfLeadingZeros(length);
        int given = block.lengthBits + 31 - Integer.numberOfLeadingZeros(block.passes);
        for (; given < needed; given++) {
            bits.bit(1);
        }
        bits.bit(0);
        bits.bits(length, given);
    }

    /** The number of coding passes (T.800 table B.4). */
    private static void passes(PacketBitWriter bits, int passes) {
        if (passes <= 2) {
            bits.bits(passes == 1 ? 0 : 2, passes);
        } else if (passes <= 5) {
            bits.bits(12 | passes - 3, 4);
        } else if (passes <= 36) {
            bits.bits(0x1E0 | passes - 6, 9);
        } else {
            bits.bits(0xFF80 | passes - 37, 16);
        }
    }
}
