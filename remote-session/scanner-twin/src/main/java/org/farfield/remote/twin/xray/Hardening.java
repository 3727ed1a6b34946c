package org.farfield.remote.twin.xray;

/**
 * How a beam hardens: what the detector reads behind w g/cm2 of water and b g/cm2 of cortical bone, {@code F(w, b) =
 * -ln(sum s exp(-w mu_w - b mu_b))} over the spectrum s. Tabulated as the difference to the straight law of
 * {@link Beam#attenuationPerMm}, which is smooth, and read with bilinear interpolation (within 0.0005 of the sum);
 * beyond the table the difference stays as it is at its edge. Both amounts may be negative, as parts of fat and of
 * metals are. Immutable; any thread.
 */
public final class Hardening {
    private static final double WATER_FROM = -24;
    private static final double WATER_STEP = 1.5;
    private static final int WATERS = 81;
    private static final double BONE_FROM = -6;
    private static final double BONE_STEP = 0.25;
    private static final int BONES = 289;

    private final float[] difference = new float[WATERS * BONES];
    private final double waterPerGram;
    private final double bonePerGram;

    public Hardening(Beam beam) {
        this.waterPerGram = beam.waterPerMm() * 10;
        this.bonePerGram = beam.bonePerGram();
        Spectrum spectrum = beam.spectrum();
        int bins = spectrum.size();
        double[] share = new double[bins];
        double total = 0;
        for (int k = 0; k < bins; k++) {
            share[k] = spectrum.photons(k) * spectrum.keV(k);
            total += share[k];
        }
        double[][] bone = new double[BONES][bins];
        for (int j = 0; j < BONES; j++) {
            for (int k = 0; k < bins; k++) {
                bone[j][k] = Math.exp(-boneAt(j) * Substance.CORTICAL_BONE.massAttenuation(spectrum.keV(k)));
            }
        }
        double[] behindWater = new double[bins];
        for (int i = 0; i < WATERS; i++) {
            for (int k = 0; k < bins; k++) {
                double mu = Substance.WATER.massAttenuation(spectrum.keV(k));
                behindWater[k] = share[k] / total * Math.exp(-waterAt(i) * mu);
            }
            for (int j = 0; j < BONES; j++) {
                double read = 0;
                for (int k = 0; k < bins; k++) {
                    read += behindWater[k] * bone[j][k];
                }
                difference[i * BONES + j] = (float) (-Math.log(read) - straight(waterAt(i), boneAt(j)));
            }
        }
    }

    private static double waterAt(int i) {
        return WATER_FROM + i * WATER_STEP;
    }

    private static double boneAt(int j) {
        return BONE_FROM + j * BONE_STEP;
    }

    private double straight(double water, double bone) {
        return water * waterPerGram + bone * bonePerGram;
    }

    /** The line integral that the detector reads behind so many g/cm2 of water and bone. */
    public double read(double water, double bone) {
        double w = within((water - WATER_FROM) * (1 / WATER_STEP), WATERS - 1.001);
        double b = within((bone - BONE_FROM) * (1 / BONE_STEP), BONES - 1.001);
        int i = (int) w;
        int j = (int) b;
        float u = (float) (w - i);
        float v = (float) (b - j);
        int at = i * BONES + j;
        float low = difference[at] + v * (difference[at + 1] - difference[at]);
        float high = difference[at + BONES] + v * (difference[at + BONES + 1] - difference[at + BONES]);
        return straight(water, bone) + low + u * (high - low);
    }

    /** A clamp whose usual case is two comparisons. */
    public static double within(double at, double most) {
        return at >= 0 && at <= most ? at : Math.clamp(at, 0, most);
    }

    /** The water in g/cm2 that, with the bone, makes up a straight line integral. */
    public double water(double straightIntegral, double bone) {
        return (straightIntegral - bone * bonePerGram) / waterPerGram;
    }

    /** The straight line integral of water alone. */
    public double ofWater(double water) {
        return water * waterPerGram;
    }
}
