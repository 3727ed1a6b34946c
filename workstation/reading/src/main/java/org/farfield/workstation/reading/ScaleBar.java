package org.farfield.workstation.reading;

/**
 * A bar of a round length: 1, 2 or 5 times a power of ten millimetres, the longest that is no longer than the space for
 * it.
 *
 * @param divisions equal parts, so that each is a round length too
 */
public record ScaleBar(double lengthMm, double pixels, int divisions) {

    /** The bar for a scale and a space in pixels. */
    public static ScaleBar of(double mmPerPixel, double spacePixels) {
        double space = mmPerPixel * spacePixels;
        double decade = Math.pow(10, Math.floor(Math.log10(space)));
        int leading = space >= 5 * decade ? 5 : space >= 2 * decade ? 2 : 1;
        double length = leading * decade;
        return new ScaleBar(length, length / mmPerPixel, leading == 1 ? 10 : leading);
    }

    /** "5 cm", "20 mm", "0.5 mm". */
    public String label() {
        boolean centimetres = lengthMm >= 10;
        double number = centimetres ? lengthMm / 10 : lengthMm;
        String digits = number >= 1 ? String.valueOf(Math.round(number)) : String.valueOf(number);
        return digits + (centimetres ? " cm" : " mm");
    }
}
