package org.farfield.dicom.codec.jpeg2000;

/** Marker codes of the codestream (T.800 table A.2). */
final class Marker {
    static final int SOC = 0xFF4F;
    static final int CAP = 0xFF50;
    static final int SIZ = 0xFF51;
    static final int COD = 0xFF52;
    static final int COC = 0xFF53;
    static final int QCD = 0xFF5C;
    static final int QCC = 0xFF5D;
    static final int RGN = 0xFF5E;
    static final int POC = 0xFF5F;
    static final int PPM = 0xFF60;
    static final int PPT = 0xFF61;
    static final int COM = 0xFF64;
    static final int SOT = 0xFF90;
    static final int SOP = 0xFF91;
    static final int EPH = 0xFF92;
    static final int SOD = 0xFF93;
    static final int EOC = 0xFFD9;

    private Marker() {}

    /**
     * True for markers of T.801 (arbitrary decomposition, multi-component transforms and so on) that change samples.
     */
    static boolean isPart2(int marker) {
        return marker >= 0xFF70 && marker <= 0xFF7F;
    }

    /** True for markers that stand alone, without a length (T.800 A.1.2). */
    static boolean isBare(int marker) {
        return marker >= 0xFF30 && marker <= 0xFF3F;
    }
}
