package org.farfield.remote.twin.xray;

/**
 * What a part of the body is made of: partial densities in g/cm3 of the substances whose attenuation is tabulated.
 * Densities follow ICRU Report 44 and 46 (muscle 1.05, adipose 0.95, cortical bone 1.92); inflated lung is muscle at a
 * seventh of its density, spongy bone is a few volume per cent of cortical bone in marrow.
 */
public record Tissue(double air, double water, double adipose, double muscle, double corticalBone) {
    public static final Tissue AIR = new Tissue(0.0012, 0, 0, 0, 0);
    public static final Tissue WATER = new Tissue(0, 1.0, 0, 0, 0);
    public static final Tissue FAT = new Tissue(0, 0, 0.95, 0, 0);
    public static final Tissue MUSCLE = ofMuscle(1.056);
    public static final Tissue SKIN = ofMuscle(1.07);
    public static final Tissue BLOOD = ofMuscle(1.049);
    public static final Tissue MYOCARDIUM = ofMuscle(1.053);
    public static final Tissue LIVER = ofMuscle(1.066);
    public static final Tissue SPLEEN = ofMuscle(1.057);
    public static final Tissue THYROID = ofMuscle(1.10);
    public static final Tissue CORD = ofMuscle(1.041);
    public static final Tissue FLUID = new Tissue(0, 1.012, 0, 0, 0);
    public static final Tissue LUNG = ofMuscle(0.145);
    public static final Tissue CARTILAGE = new Tissue(0, 0, 0, 1.05, 0.042);
    public static final Tissue DISC = new Tissue(0, 0, 0, 1.06, 0.018);
    public static final Tissue SPONGY_BONE = spongy(0.085);
    public static final Tissue RIB_MARROW = spongy(0.05);
    public static final Tissue CORTICAL_BONE = new Tissue(0, 0, 0, 0, 1.75);
    public static final Tissue THIN_CORTEX = spongy(0.30);
    public static final Tissue CALCIFICATION = spongy(0.45);
    /** Carbon fibre laminate of a table top, attenuating like a light plastic. */
    public static final Tissue TABLE_SHELL = new Tissue(0, 0, 0.95, 0, 0.03);
    /** Rigid foam inside the table top. */
    public static final Tissue TABLE_FOAM = new Tissue(0, 0, 0.06, 0, 0);

    /** A soft tissue that attenuates like skeletal muscle of this density in g/cm3. */
    public static Tissue ofMuscle(double density) {
        return new Tissue(0, 0, 0, density, 0);
    }

    /**
     * Spongy bone: this fraction of the volume is cortical bone, the rest half red (muscle like), half yellow (adipose)
     * marrow.
     */
    public static Tissue spongy(double bonyFraction) {
        double marrow = 1 - bonyFraction;
        return new Tissue(0, 0, 0.475 * marrow, 0.525 * marrow, 1.92 * bonyFraction);
    }

    /** The same tissue at another density: every part times the factor. */
    public Tissue scaled(double factor) {
        return new Tissue(air * factor, water * factor, adipose * factor, muscle * factor, corticalBone * factor);
    }
}
