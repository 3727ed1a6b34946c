package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.DicomException;

/** The code-blocks of one sub-band that belong to one precinct (T.800 B.7), with their tag trees. One thread. */
final class BlockGrid {
    final Band band;
    final int across;
    final int down;
    final CodeBlock[] blocks;
    final TagTree inclusion;
    final TagTree zeroPlanes;

    private static final long MOST_BLOCKS = 1 << 20;

    /** With the part of the band that the precinct covers, not empty. */
    BlockGrid(Band band, Area part, int blockWidth, int blockHeight) throws DicomException {
        this.band = band;
        int left = part.x0() >> blockWidth;
        int top = part.y0() >> blockHeight;
        across = Area.up(part.x1(), blockWidth) - left;
        down = Area.up(part.y1(), blockHeight) - top;
        if ((long) across * down > MOST_BLOCKS) {
            throw Fault.limit(across + " x " + down + " code-blocks in a precinct");
        }
        blocks = new CodeBlock[across * down];
        for (int i = 0; i < blocks.length; i++) {
            int x = (left + i % across) << blockWidth;
            int y = (top + i / across) << blockHeight;
            Area area = new Area(x, y, x + (1 << blockWidth), y + (1 << blockHeight)).within(part);
            blocks[i] = new CodeBlock(
                    area.x0() - band.area().x0(), area.y0() - band.area().y0(), area.width(), area.height());
        }
        inclusion = new TagTree(across, down);
        zeroPlanes = new TagTree(across, down);
    }
}
