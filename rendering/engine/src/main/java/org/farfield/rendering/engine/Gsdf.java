package org.farfield.rendering.engine;

/**
 * The Grayscale Standard Display Function, PS3.14 section 7: which luminance is how many just noticeable differences
 * (after Barten) above 0.05 cd/m2. Both directions are the standard's own closed forms, 7.1 and 7.2; they agree with
 * each other to 0.1 of an index, and with Table B-1 to 1 in 10,000.
 */
public final class Gsdf {

    /** Luminance of JND index 1, cd/m2. */
    public static final double LEAST = 0.05;

    /** The highest luminance that the function is defined for, cd/m2. */
    public static final double MOST = 4000;

    private static final double[] NUMERATOR = {-1.3011877, 8.0242636e-2, 1.3646699e-1, -2.5468404e-2, 1.3635334e-3};
    private static final double[] DENOMINATOR = {
        1, -2.5840191e-2, -1.0320229e-1, 2.8745620e-2, -3.1978977e-3, 1.2992634e-4
    };
    private static final double[] INDEX = {
        71.498068, 94.593053, 41.912053, 9.8247004, 0.28175407, -1.1878455, -0.18014349, 0.14710899, -0.017046845
    };

    private Gsdf() {}

    /** The luminance of a JND index from 1 to 1023, in cd/m2. */
    public static double luminance(double index) {
        double x = Math.log(index);
        return Math.pow(10, polynomial(NUMERATOR, x) / polynomial(DENOMINATOR, x));
    }

    /** The JND index of a luminance from {@link #LEAST} to {@link #MOST} cd/m2. */
    public static double index(double luminance) {
        return polynomial(INDEX, Math.log10(luminance));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
