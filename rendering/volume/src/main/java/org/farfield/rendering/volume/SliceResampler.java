package org.farfield.rendering.volume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills an even volume from unevenly spaced slices, in whatever order they come.
 *
 * <p>Each grid slice lies between two source slices and is their linear blend, rounded to the nearest stored value; on
 * a source slice it is that slice. Where one of the two voxels is padding the nearer one alone counts. A source slice
 * is let go as soon as both neighbours have come. Any thread may put.
 */
public final class SliceResampler {

    private static final double ON_A_SLICE = 1e-3;

    private final Stacking.Uneven stacking;
    private final Volume target;
    private final int[] placeOfInput;
    private final Map<Integer, short[]> waiting = new HashMap<>();
    private final boolean[] intervalDone;

    /** @throws IllegalArgumentException where the volume does not lie on the stacking's grid */
    public SliceResampler(Stacking.Uneven stacking, Volume target) {
        if (!target.geometry().equals(stacking.geometry())) {
            throw new IllegalArgumentException("the volume does not lie on the stacking's grid");
        }
        this.stacking = stacking;
        this.target = target;
        int n = stacking.order().size();
        this.placeOfInput = new int[n];
        for (int k = 0; k < n; k++) {
            placeOfInput[stacking.order().get(k)] = k;
        }
        this.intervalDone = new boolean[n - 1];
    }

    /**
     * Hands over the voxels of input slice {@code input} (as numbered when stacked); puts every grid slice that became
     * known.
     */
    public synchronized void put(int input, short[] voxels) {
        int place = placeOfInput[input];
        waiting.put(place, voxels);
        fill(place - 1);
        fill(place);
        for (int k = Math.max(0, place - 1); k <= Math.min(placeOfInput.length - 1, place + 1); k++) {
            boolean below = k == 0 || intervalDone[k - 1];
            boolean above = k == placeOfInput.length - 1 || intervalDone[k];
            if (below && above) {
                waiting.remove(k);
            }
        }
    }

    private void fill(int interval) {
        if (interval < 0 || interval >= intervalDone.length || intervalDone[interval]) {
            return;
        }
        short @Nullable [] below = waiting.get(interval);
        short @Nullable [] above = waiting.get(interval + 1);
        if (below == null || above == null) {
            return;
        }
        intervalDone[interval] = true;
        List<Double> at = stacking.positionsMm();
        double step = stacking.geometry().sliceSpacingMm();
        int last = stacking.geometry().slices() - 1;
        double from = at.get(interval) / step;
        double to = at.get(interval + 1) / step;
        int firstSlice = interval == 0 ? 0 : (int) Math.floor(from + ON_A_SLICE) + 1;
        int lastSlice = Math.min(last, (int) Math.floor(to + ON_A_SLICE));
        for (int k = firstSlice; k <= lastSlice; k++) {
            target.put(k, blend(below, above, Math.clamp((k - from) / (to - from), 0, 1)));
        }
    }

    private short[] blend(short[] below, short[] above, double share) {
        if (share < ON_A_SLICE) {
            return below;
        }
        if (share > 1 - ON_A_SLICE) {
            return above;
        }
        VoxelType type = target.type();
        PixelPadding padding = target.padding();
        short[] out = new short[below.length];
        for (int i = 0; i < out.length; i++) {
            int a = type.value(below[i]);
            int b = type.value(above[i]);
            boolean whole = !padding.holds(a) && !padding.holds(b);
            long blended = whole ? Math.round(a + (b - a) * share) : share < 0.5 ? a : b;
            out[i] = (short) blended;
        }
        return out;
    }
}
