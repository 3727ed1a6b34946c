package org.farfield.rendering.engine;

import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.Volume;

/**
 * A transfer function made ready for one volume and one step: opacity of a step and colour for {@value #SIZE} values.
 * The entry of a stored value is {@code stored * scale + offset}, cut to a whole number and to the table. Immutable.
 */
public final class TransferTable {

    /** Entries; about one a HU over the range of a CT. */
    public static final int SIZE = 4096;

    /** What is left between the full opacity of a step and 1, so that a piece of a step has an opacity, too. */
    private static final double MOST = 1 - 1e-6;

    final float scale;
    final float offset;
    final float[] opacity = new float[SIZE];
    final float[] red = new float[SIZE];
    final float[] green = new float[SIZE];
    final float[] blue = new float[SIZE];
    private final int[] visibleBefore = new int[SIZE + 1];

    public TransferTable(TransferFunction transfer, Volume volume, double stepMm) {
        if (!(volume.modality() instanceof ModalityTransform.Linear modality)) {
            throw new RenderException("no volume picture of values with a table");
        }
        double first = Math.min(
                transfer.opacity().getFirst().value(),
                transfer.colour().getFirst().value());
        double last = Math.max(
                transfer.opacity().getLast().value(),
                transfer.colour().getLast().value());
        double perEntry = Math.max(last - first, 1e-3) / (SIZE - 1);
        scale = (float) (modality.slope() / perEntry);
        offset = (float) ((modality.intercept() - first) / perEntry + 0.5);
        for (int i = 0; i < SIZE; i++) {
            double value = first + i * perEntry;
            double perMm = Math.min(transfer.opacityAt(value), MOST);
            opacity[i] = (float) Math.min(MOST, 1 - Math.pow(1 - perMm, stepMm));
            TransferFunction.ColourPoint colour = transfer.colourAt(value);
            red[i] = (float) (colour.red() * 255);
            green[i] = (float) (colour.green() * 255);
            blue[i] = (float) (colour.blue() * 255);
            visibleBefore[i + 1] = visibleBefore[i] + (opacity[i] > 0 ? 1 : 0);
        }
    }

    int entry(float stored) {
        return (int) Math.max(0f, Math.min(SIZE - 1f, stored * scale + offset));
    }

    /** Whether anything between two stored values can be seen at all. */
    boolean visible(int lowest, int highest) {
        int a = entry(lowest);
        int b = entry(highest);
        int from = Math.max(0, Math.min(a, b) - 1);
        int to = Math.min(SIZE, Math.max(a, b) + 2);
        return visibleBefore[to] > visibleBefore[from];
    }

    public float scale() {
        return scale;
    }

    public float offset() {
        return offset;
    }

    /** Red, green and blue 0 to 255 and the opacity of a step, entry by entry. */
    public float[] colours() {
        float[] all = new float[4 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            all[4 * i] = red[i];
            all[4 * i + 1] = green[i];
            all[4 * i + 2] = blue[i];
            all[4 * i + 3] = opacity[i];
        }
        return all;
    }
}
