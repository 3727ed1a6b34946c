package org.farfield.rendering.engine;

/**
 * One sample of a volume wherever it lies, voxel by voxel: the value among the present voxels around, how much of the
 * place is present at all, and the gradient. This is the definition; the fast loops must agree with it. One thread.
 */
final class RaySampler {

    private final VoxelGrid grid;
    private final float[] near = new float[8];
    /** Share of the place that is present, 0 to 1. */
    float coverage;

    /** Stored value; meaningless where nothing is present. */
    float value;

    /** Change of the stored value to the next voxel along each axis. */
    float alongColumns;

    float alongRows;
    float alongSlices;

    RaySampler(VoxelGrid grid) {
        this.grid = grid;
    }

    /** Value and coverage at a place between voxels c, r, s and the next ones. */
    void sample(int c, int r, int s, float fx, float fy, float fz) {
        float sum = 0;
        float weights = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = corner & 1;
            int j = (corner >> 1) & 1;
            int k = corner >> 2;
            float voxel = grid.voxel(c + i, r + j, s + k);
            if (!Float.isNaN(voxel)) {
                float weight = (i == 0 ? 1 - fx : fx) * (j == 0 ? 1 - fy : fy) * (k == 0 ? 1 - fz : fz);
                sum += weight * voxel;
                weights += weight;
            }
        }
        coverage = weights;
        value = weights > 0 ? sum / weights : 0;
    }

    /** The gradient there; voxels that are absent or outside count as the value itself, so that they add no border. */
    void gradient(int c, int r, int s, float fx, float fy, float fz) {
        alongColumns = difference(c, r, s, fx, fy, fz, 1, 0, 0);
        alongRows = difference(c, r, s, fx, fy, fz, 0, 1, 0);
        alongSlices = difference(c, r, s, fx, fy, fz, 0, 0, 1);
    }

    /** Central differences at the eight voxels around, brought together as the value is. */
    private float difference(int c, int r, int s, float fx, float fy, float fz, int dx, int dy, int dz) {
        for (int corner = 0; corner < 8; corner++) {
            int x = c + (corner & 1);
            int y = r + ((corner >> 1) & 1);
            int z = s + (corner >> 2);
            near[corner] = 0.5f * (there(x + dx, y + dy, z + dz) - there(x - dx, y - dy, z - dz));
        }
        float a = near[0] + (near[1] - near[0]) * fx;
        float b = near[2] + (near[3] - near[2]) * fx;
        float d = near[4] + (near[5] - near[4]) * fx;
        float e = near[6] + (near[7] - near[6]) * fx;
        float lower = a + (b - a) * fy;
        float upper = d + (e - d) * fy;
        return lower + (upper - lower) * fz;
    }

    /** Beyond the volume's border the border goes on. */
    private float there(int x, int y, int z) {
        float voxel = grid.voxel(
                Math.clamp(x, 0, grid.columns - 1), Math.clamp(y, 0, grid.rows - 1), Math.clamp(z, 0, grid.slices - 1));
        return Float.isNaN(voxel) ? value : voxel;
    }
}
