package org.farfield.remote.twin.recon;

import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Hardening;
import org.farfield.remote.twin.xray.Tissue;

/**
 * What a scanner learns of its own beam with an empty field and a water bath: the open reading of each detector cell
 * behind the bow-tie filter, and the water that each cell's reading stands for. The bow-tie is aluminium, nothing in
 * the middle and {@link #BOW_TIE_EDGE_MM} at the edge of the field, growing with the square of the offset. Immutable;
 * any thread.
 */
final class Calibration {
    private static final double BOW_TIE_EDGE_MM = 30;
    private static final Tissue BOW_TIE = Tissue.ALUMINIUM;

    private static final double FIRST_READING = -1;
    private static final double STEP = 0.1;
    private static final int READINGS = 170;

    private final Hardening hardening;
    private final double[] bowTieWater;
    private final double[] bowTieBone;
    private final double[] open;
    /** The cells of one reading after another, as neighbouring cells read alike. */
    private final float[] straight;

    private final int cells;

    Calibration(Beam beam, ParallelBeam geometry) {
        this.hardening = new Hardening(beam);
        cells = geometry.cells();
        bowTieWater = new double[cells];
        bowTieBone = new double[cells];
        open = new double[cells];
        straight = new float[cells * READINGS];
        double bonePerMm = beam.boneGramsPerMm(BOW_TIE);
        double allPerMm = beam.attenuationPerMm(BOW_TIE);
        for (int cell = 0; cell < cells; cell++) {
            double edge = geometry.offset(cell) / (geometry.fieldMm() / 2);
            double mm = BOW_TIE_EDGE_MM * edge * edge;
            bowTieBone[cell] = mm * bonePerMm;
            bowTieWater[cell] = hardening.water(mm * allPerMm, bowTieBone[cell]);
            open[cell] = hardening.read(bowTieWater[cell], bowTieBone[cell]);
            double water = -8;
            for (int k = 0; k < READINGS; k++) {
                water = waterOf(cell, FIRST_READING + k * STEP, water);
                straight[k * cells + cell] = (float) hardening.ofWater(water);
            }
        }
    }

    /** The water behind which the cell reads this, by secants from a first guess. */
    private double waterOf(int cell, double reading, double guess) {
        double water = guess;
        for (int k = 0; k < 12; k++) {
            double here = overOpen(cell, water, 0);
            double slope = overOpen(cell, water + 0.5, 0) - here;
            double step = 0.5 * (reading - here) / slope;
            water += step;
            if (Math.abs(step) < 1e-6) {
                break;
            }
        }
        return water;
    }

    private double overOpen(int cell, double water, double bone) {
        return hardening.read(bowTieWater[cell] + water, bowTieBone[cell] + bone) - open[cell];
    }

    /** What is left of the beam in the open field: exp of minus this. */
    double open(int cell) {
        return open[cell];
    }

    /** The reading behind a patient of this straight line integral, with so many g/cm2 of bone in it. */
    double reading(int cell, double straightIntegral, double bone) {
        return overOpen(cell, hardening.water(straightIntegral, bone), bone);
    }

    /** The straight line integral of the water that a reading stands for. */
    double corrected(int cell, double reading) {
        double at = Hardening.within((reading - FIRST_READING) * (1 / STEP), READINGS - 1.001);
        int k = (int) at;
        int base = k * cells + cell;
        return straight[base] + (at - k) * (straight[base + cells] - straight[base]);
    }
}
