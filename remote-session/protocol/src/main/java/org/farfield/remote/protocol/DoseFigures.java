package org.farfield.remote.protocol;

/**
 * Two figures of CT dose.
 *
 * @param ctdiVolMGy CTDIvol in mGy (IEC 60601-2-44), in the phantom that the guide names
 * @param dlpMGyCm dose-length product in mGy cm
 */
public record DoseFigures(double ctdiVolMGy, double dlpMGyCm) {
    /** Nothing. */
    public static final DoseFigures NONE = new DoseFigures(0, 0);

    /** Both added. */
    public DoseFigures plus(DoseFigures other) {
        return new DoseFigures(ctdiVolMGy + other.ctdiVolMGy, dlpMGyCm + other.dlpMGyCm);
    }
}
