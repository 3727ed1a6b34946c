package org.farfield.rendering.engine;

/**
 * Takes another engine's greys as P-Values and gives the driving levels at which this display shows them: equal steps
 * of grey become equal numbers of just noticeable differences (PS3.14). Colours go through the same curve, channel by
 * channel.
 */
public final class CalibratedEngine implements RenderEngine {

    private final RenderEngine engine;
    private final int[] levels;

    public CalibratedEngine(RenderEngine engine, DisplayCurve display) {
        this.engine = engine;
        this.levels = levels(display);
    }

    /** The driving level, 0 to 255, whose luminance is nearest to that of each P-Value from 0 to 255. */
    static int[] levels(DisplayCurve display) {
        double low = Gsdf.index(display.luminance(0));
        double high = Gsdf.index(display.luminance(1));
        int[] levels = new int[256];
        int level = 0;
        for (int p = 0; p < levels.length; p++) {
            double wanted = low + (high - low) * p / 255;
            while (level < 255 && away(display, level + 1, wanted) <= away(display, level, wanted)) {
                level++;
            }
            levels[p] = level;
        }
        return levels;
    }

    private static double away(DisplayCurve display, int level, double index) {
        return Math.abs(Gsdf.index(display.luminance(level / 255.0)) - index);
    }

    @Override
    public String name() {
        return engine.name() + ", GSDF";
    }

    @Override
    public boolean draws(RenderRequest request) {
        return engine.draws(request);
    }

    @Override
    public void render(RenderRequest request, int[] argb) {
        engine.render(request, argb);
        drive(levels, argb, request.pixels());
    }

    /** Turns a whole picture's P-Values into driving levels. */
    public static void drive(DisplayCurve display, int[] argb) {
        drive(levels(display), argb, argb.length);
    }

    private static void drive(int[] levels, int[] argb, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int p = argb[i];
            int red = levels[(p >> 16) & 0xff];
            int green = levels[(p >> 8) & 0xff];
            int blue = levels[p & 0xff];
            argb[i] = (p & 0xff000000) | (red << 16) | (green << 8) | blue;
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
