package org.farfield.remote.twin;

import org.farfield.remote.protocol.DoseGuide;
import org.farfield.remote.protocol.DoseValues;

/**
 * What the twin's tube gives, as {@link DoseGuide} reckons: CTDIvol from the weighted CTDI a 100 mAs in the 16 or 32 cm
 * phantom at 120 kV, growing with the voltage to the power of 2.6, DLP from the length that is exposed. The outputs are
 * the means of 43 scanners whose measured values are in the ImPACT CT patient dosimetry calculator: 78 uGy a mAs in the
 * body phantom, 167 in the head phantom, as the gateway's own published values.
 */
final class TwinDose {
    private static final DoseGuide BODY = guide("torso", 32, 7.8);
    private static final DoseGuide HEAD = guide("head", 16, 16.7);

    private TwinDose() {}

    /** For a Body Part Examined (0018,0015). */
    static DoseGuide of(String bodyPart) {
        return bodyPart.equals("HEAD") ? HEAD : BODY;
    }

    private static DoseGuide guide(String region, int phantomCm, double output) {
        return new DoseGuide(region, phantomCm, 120, output, 2.6, DoseValues.NONE, DoseValues.NONE, DoseValues.NONE);
    }

    /** The effective mAs that give this CTDIvol at this voltage. */
    static double effectiveMas(String bodyPart, double kilovolts, double ctdiVolMGy) {
        DoseGuide guide = of(bodyPart);
        double output =
                guide.outputMGyPer100Mas() * Math.pow(kilovolts / guide.outputKilovolts(), guide.outputExponent());
        return 100 * ctdiVolMGy / output;
    }
}
