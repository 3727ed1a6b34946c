package org.farfield.remote.twin.xray;

import java.util.Arrays;
import java.util.List;

/**
 * What a part of the body is made of: g/cm3 of each {@link Substance} whose attenuation is tabulated, in the order of
 * {@link Substance#ALL}. Densities follow ICRU Report 44 and 46 (muscle 1.05, adipose 0.95, cortical bone 1.92);
 * inflated lung is muscle at a seventh of its density, spongy bone is a few volume per cent of cortical bone in marrow.
 * Plastics are made of their elements, with the densities that makers of test phantoms state.
 */
public record Tissue(List<Double> gramsPerCm3) {
    public static final Tissue AIR = of(Substance.AIR, 0.0012);
    public static final Tissue WATER = of(Substance.WATER, 1.0);
    public static final Tissue FAT = of(Substance.ADIPOSE, 0.95);
    public static final Tissue MUSCLE = ofMuscle(1.056);
    public static final Tissue SKIN = ofMuscle(1.07);
    public static final Tissue BLOOD = ofMuscle(1.049);
    public static final Tissue MYOCARDIUM = ofMuscle(1.053);
    public static final Tissue LIVER = ofMuscle(1.066);
    public static final Tissue SPLEEN = ofMuscle(1.057);
    public static final Tissue PANCREAS = ofMuscle(1.046);
    public static final Tissue KIDNEY = ofMuscle(1.043);
    public static final Tissue THYROID = ofMuscle(1.10);
    public static final Tissue CORD = ofMuscle(1.041);
    /** White and grey matter, 28 and 37 HU. */
    public static final Tissue WHITE_MATTER = ofMuscle(1.037);

    public static final Tissue GREY_MATTER = ofMuscle(1.046);
    /** Clotted blood, about 65 HU. */
    public static final Tissue CLOT = ofMuscle(1.075);

    public static final Tissue LENS = ofMuscle(1.09);
    public static final Tissue FLUID = of(Substance.WATER, 1.012);
    public static final Tissue LUNG = ofMuscle(0.145);
    public static final Tissue CARTILAGE = ofMuscle(1.05).plus(of(Substance.CORTICAL_BONE, 0.042));
    public static final Tissue DISC = ofMuscle(1.06).plus(of(Substance.CORTICAL_BONE, 0.018));
    public static final Tissue SPONGY_BONE = spongy(0.085);
    public static final Tissue RIB_MARROW = spongy(0.05);
    public static final Tissue CORTICAL_BONE = of(Substance.CORTICAL_BONE, 1.75);
    public static final Tissue THIN_CORTEX = spongy(0.30);
    public static final Tissue CALCIFICATION = spongy(0.45);
    /** Carbon fibre laminate of a table top, attenuating like a light plastic. */
    public static final Tissue TABLE_SHELL = FAT.plus(of(Substance.CORTICAL_BONE, 0.03));
    /** Rigid foam inside the table top. */
    public static final Tissue TABLE_FOAM = of(Substance.ADIPOSE, 0.06);

    /** Polymethylpentene C6H12, 0.83 g/cm3; this and the next four after the manual of the Catphan 503. */
    public static final Tissue PMP = plastic(0.83, 0.1437, 0.8563, 0, 0);
    /** Low density polyethylene C2H4, 0.92 g/cm3. */
    public static final Tissue LDPE = plastic(0.92, 0.1437, 0.8563, 0, 0);
    /** Polystyrene C8H8, 1.03 g/cm3. */
    public static final Tissue POLYSTYRENE = plastic(1.03, 0.0774, 0.9226, 0, 0);
    /** Acrylic C5H8O2, 1.18 g/cm3. */
    public static final Tissue ACRYLIC = plastic(1.18, 0.0805, 0.5998, 0.3196, 0);
    /** Teflon CF2, 2.16 g/cm3. */
    public static final Tissue TEFLON = plastic(2.16, 0, 0.2402, 0, 0.7598);

    public static final Tissue ALUMINIUM = of(Substance.ALUMINIUM, 2.70);
    /** Titanium of implants, 4.54 g/cm3. */
    public static final Tissue TITANIUM = of(Substance.TITANIUM, 4.54);
    /** Steel, as iron, 7.87 g/cm3. */
    public static final Tissue STEEL = of(Substance.IRON, 7.87);

    public Tissue {
        gramsPerCm3 = List.copyOf(gramsPerCm3);
    }

    private static Tissue of(Substance substance, double density) {
        return new Tissue(Substance.ALL.stream()
                .map(s -> s.equals(substance) ? density : 0.0)
                .toList());
    }

    private static Tissue plastic(double density, double hydrogen, double carbon, double oxygen, double fluorine) {
        return of(Substance.HYDROGEN, density * hydrogen)
                .plus(of(Substance.CARBON, density * carbon))
                .plus(of(Substance.OXYGEN, density * oxygen))
                .plus(of(Substance.FLUORINE, density * fluorine));
    }

    /** A soft tissue that attenuates like skeletal muscle of this density in g/cm3. */
    public static Tissue ofMuscle(double density) {
        return of(Substance.MUSCLE, density);
    }

    /**
     * Spongy bone: this fraction of the volume is cortical bone, the rest half red (muscle like), half yellow (adipose)
     * marrow.
     */
    public static Tissue spongy(double bonyFraction) {
        double marrow = 1 - bonyFraction;
        return of(Substance.ADIPOSE, 0.475 * marrow)
                .plus(ofMuscle(0.525 * marrow))
                .plus(of(Substance.CORTICAL_BONE, 1.92 * bonyFraction));
    }

    /** The same tissue with so many mg of iodine in each cm3. */
    public Tissue withIodine(double milligramsPerCm3) {
        return plus(of(Substance.IODINE, milligramsPerCm3 / 1000));
    }

    /** The same tissue at another density: every part times the factor. */
    public Tissue scaled(double factor) {
        return new Tissue(gramsPerCm3.stream().map(g -> g * factor).toList());
    }

    /** Grams in a cm3. */
    public double density() {
        return gramsPerCm3.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Both in the same space. */
    public Tissue plus(Tissue other) {
        Double[] sum = new Double[gramsPerCm3.size()];
        Arrays.setAll(sum, k -> gramsPerCm3.get(k) + other.gramsPerCm3.get(k));
        return new Tissue(Arrays.asList(sum));
    }

    /** Linear attenuation in 1/cm at an energy. */
    double attenuationPerCm(double keV) {
        double sum = 0;
        for (int k = 0; k < gramsPerCm3.size(); k++) {
            double grams = gramsPerCm3.get(k);
            sum += grams == 0 ? 0 : grams * Substance.ALL.get(k).massAttenuation(keV);
        }
        return sum;
    }
}
