package org.farfield.rendering.engine;

/**
 * Where nothing can be seen with a transfer function: for each block of a volume how many blocks away (in the largest
 * of the three directions) the nearest one is that may show something; 0 in such a block itself. A ray may leave a cube
 * of that many blocks at once.
 *
 * <p>The distances come from two sweeps over the blocks, forwards and backwards, each block looking at the thirteen
 * neighbours behind the sweep (chessboard distance transform, Rosenfeld and Pfaltz 1968), which is exact.
 */
final class EmptySpace {

    private static final int FAR = 127;

    final VolumeBlocks blocks;
    final TransferTable table;
    final byte[] distance;

    EmptySpace(VolumeBlocks blocks, TransferTable table) {
        this.blocks = blocks;
        this.table = table;
        this.distance = new byte[blocks.count()];
        for (int i = 0; i < distance.length; i++) {
            boolean seen = blocks.holdsAny(i) && table.visible(blocks.low(i), blocks.high(i));
            distance[i] = (byte) (seen ? 0 : FAR);
        }
        for (int i = 0; i < distance.length; i++) {
            near(i, -1);
        }
        for (int i = distance.length - 1; i >= 0; i--) {
            near(i, 1);
        }
    }

    /** The same function at another step: what cannot be seen does not depend on the step. */
    EmptySpace(EmptySpace same, TransferTable table) {
        this.blocks = same.blocks;
        this.table = table;
        this.distance = same.distance;
    }

    /** Looks at the thirteen neighbours that the sweep has passed. */
    private void near(int at, int side) {
        int least = distance[at];
        if (least == 0) {
            return;
        }
        int x = at % blocks.across;
        int y = Math.floorDiv(at, blocks.across) % blocks.along;
        int z = Math.floorDiv(at, blocks.across * blocks.along);
        for (int i = -1; i <= 1; i++) {
            least = Math.min(least, 1 + there(x + i, y + side, z));
            for (int j = -1; j <= 1; j++) {
                least = Math.min(least, 1 + there(x + i, y + j, z + side));
            }
        }
        least = Math.min(least, 1 + there(x + side, y, z));
        distance[at] = (byte) least;
    }

    private int there(int x, int y, int z) {
        boolean inside = x >= 0 && x < blocks.across && y >= 0 && y < blocks.along && z >= 0 && z < blocks.layers;
        return inside ? distance[(z * blocks.along + y) * blocks.across + x] : FAR - 1;
    }
}
