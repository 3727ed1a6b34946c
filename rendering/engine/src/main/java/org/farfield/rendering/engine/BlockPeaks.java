package org.farfield.rendering.engine;

import java.util.Arrays;

/** The highest stored value of each block, and of each cube of 8x8x8 blocks. */
final class BlockPeaks {

    static final int COARSE_BITS = VolumeBlocks.BITS + 3;

    final VolumeBlocks blocks;
    final float[] fine;
    final float[] coarse;
    final int coarseAcross;
    final int coarseAlong;

    BlockPeaks(VolumeBlocks blocks) {
        this.blocks = blocks;
        fine = new float[blocks.count()];
        coarseAcross = (blocks.across + 7) >> 3;
        coarseAlong = (blocks.along + 7) >> 3;
        int coarseLayers = (blocks.layers + 7) >> 3;
        coarse = new float[coarseAcross * coarseAlong * coarseLayers];
        Arrays.fill(coarse, MaximumRay.NOTHING);
        int i = 0;
        for (int z = 0; z < blocks.layers; z++) {
            for (int y = 0; y < blocks.along; y++) {
                for (int x = 0; x < blocks.across; x++, i++) {
                    fine[i] = blocks.holdsAny(i) ? blocks.high(i) : MaximumRay.NOTHING;
                    int c = ((z >> 3) * coarseAlong + (y >> 3)) * coarseAcross + (x >> 3);
                    coarse[c] = Math.max(coarse[c], fine[i]);
                }
            }
        }
    }
}
