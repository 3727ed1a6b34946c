package org.farfield.workstation.study.structures;

/** Colours of structures. */
final class StructureColour {
    /** Okabe and Ito's colours that everybody can tell apart (jfly.uni-koeln.de/color, 2008), without black. */
    private static final int[] APART = {0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7};

    private StructureColour() {}

    /** For a structure whose object recommends none. */
    static int of(int number) {
        return APART[Math.floorMod(number - 1, APART.length)];
    }

    /**
     * The sRGB colour (IEC 61966-2-1) of a PCS value, white point D50.
     *
     * @param coded L*, a* and b* as PS3.3 C.10.7.1.1 codes them: 0..65535 for L* 0..100 and for a*, b* -128..127
     */
    static int ofCieLab(int... coded) {
        double lightness = coded[0] * 100.0 / 65535;
        double a = coded[1] * 255.0 / 65535 - 128;
        double b = coded[2] * 255.0 / 65535 - 128;
        double fy = (lightness + 16) / 116;
        double x = 0.96422 * inverse(fy + a / 500);
        double y = inverse(fy);
        double z = 0.82521 * inverse(fy - b / 200);
        // XYZ of D50 to linear sRGB, Bradford-adapted (B. Lindbloom, RGB/XYZ matrices).
        double red = 3.1338561 * x - 1.6168667 * y - 0.4906146 * z;
        double green = -0.9787684 * x + 1.9161415 * y + 0.0334540 * z;
        double blue = 0.0719453 * x - 0.2289914 * y + 1.4052427 * z;
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static double inverse(double f) {
        double delta = 6.0 / 29;
        return f > delta ? f * f * f : 3 * delta * delta * (f - 4.0 / 29);
    }

    private static int level(double linear) {
        double clamped = Math.clamp(linear, 0.0, 1.0);
        double coded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }
}
