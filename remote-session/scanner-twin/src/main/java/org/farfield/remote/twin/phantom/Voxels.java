package org.farfield.remote.twin.phantom;

import java.util.Arrays;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Tissue;

/**
 * A body made of voxels, as a CT series shows it, in HU: a place in the patient (mm) lies at the voxel index
 * {@code origin + x alongX + y alongY + z alongZ}, each a column, a row and a slice. Between voxels HU are interpolated
 * linearly; outside is air. Immutable; any thread.
 */
public final class Voxels {
    private static final int AIR = -1000;
    private static final double SOFT_HU = 80;
    private static final double BONE_HU = Beam.of(120).hounsfield(Tissue.CORTICAL_BONE);

    private final short[] hounsfield;
    private final int columns;
    private final int rows;
    private final int slices;
    private final double[] origin;
    private final double[] alongX;
    private final double[] alongY;
    private final double[] alongZ;

    /** @param hounsfield slice by slice, row by row; belongs to this from now on */
    public Voxels(
            short[] hounsfield,
            int columns,
            int rows,
            double[] origin,
            double[] alongX,
            double[] alongY,
            double[] alongZ) {
        this.hounsfield = hounsfield;
        this.columns = columns;
        this.rows = rows;
        this.slices = hounsfield.length / (columns * rows);
        this.origin = origin.clone();
        this.alongX = alongX.clone();
        this.alongY = alongY.clone();
        this.alongZ = alongZ.clone();
    }

    /** Fills a line along x at (y, z) with HU, one for each pixel of the grid. */
    void line(PlaneGrid grid, double y, double z, float[] line) {
        Arrays.fill(line, AIR);
        double first = grid.coordinate(0);
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            at[k] = origin[k] + first * alongX[k] + y * alongY[k] + z * alongZ[k];
        }
        for (int i = 0; i < line.length; i++) {
            double step = i * grid.pixelMm();
            line[i] = at(at[0] + step * alongX[0], at[1] + step * alongX[1], at[2] + step * alongX[2]);
        }
    }

    private float at(double column, double row, double slice) {
        if (!(column >= 0
                && row >= 0
                && slice >= 0
                && column <= columns - 1
                && row <= rows - 1
                && slice <= slices - 1)) {
            return AIR;
        }
        int c = Math.min((int) column, Math.max(0, columns - 2));
        int r = Math.min((int) row, Math.max(0, rows - 2));
        int s = Math.min((int) slice, Math.max(0, slices - 2));
        float u = (float) (column - c);
        float v = (float) (row - r);
        float w = (float) (slice - s);
        int base = (s * rows + r) * columns + c;
        float near = plane(base, u, v);
        return slices == 1 ? near : near + w * (plane(base + columns * rows, u, v) - near);
    }

    private float plane(int base, float u, float v) {
        float above = hounsfield[base] + u * (hounsfield[base + 1] - hounsfield[base]);
        int next = base + columns;
        float below = hounsfield[next] + u * (hounsfield[next + 1] - hounsfield[next]);
        return above + v * (below - above);
    }

    /**
     * What attenuates as a voxel of so many HU at 120 kV: air and water up to {@link #SOFT_HU}, from there on more and
     * more cortical bone in it, beyond that denser bone. Parts add up as attenuation does, so the HU come back.
     */
    static Tissue tissue(double hounsfield) {
        if (hounsfield <= SOFT_HU) {
            return Tissue.WATER.scaled(Math.max(0, 1 + hounsfield / 1000));
        }
        double bony = (hounsfield - SOFT_HU) / (BONE_HU - SOFT_HU);
        return bony < 1
                ? Tissue.WATER.scaled((1 + SOFT_HU / 1000) * (1 - bony)).plus(Tissue.CORTICAL_BONE.scaled(bony))
                : Tissue.CORTICAL_BONE.scaled((1000 + hounsfield) / (1000 + BONE_HU));
    }
}
