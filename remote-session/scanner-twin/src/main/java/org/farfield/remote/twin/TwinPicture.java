package org.farfield.remote.twin;

import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.Exposure;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.LocalizerMaker;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.recon.SliceMaker;
import org.farfield.remote.twin.xray.Beam;

/** One picture of a phantom without a scanner around it: for documents and for looking at a protocol. */
public final class TwinPicture {
    private static final double TABLE_MM_PER_HALF_TURN = 20;
    private static final double LOCALIZER_ROW_MAS = 0.35;
    private static final double LOCALIZER_SCALE = 330;

    private TwinPicture() {}

    /** What to make a slice with. */
    public record Slice(
            int kilovolts, double effectiveMas, double thicknessMm, Recipe recipe, ImageField field, double z) {}

    /** A slice in HU, row by row, NaN outside the scan field. */
    public static float[] slice(Subject subject, Slice slice, long seed, int threads) {
        Exposure exposure = new Exposure(
                Beam.of(slice.kilovolts()), slice.effectiveMas(), slice.thicknessMm(), TABLE_MM_PER_HALF_TURN);
        try (Crew crew = new Crew(threads)) {
            return new SliceMaker(subject.make(seed), exposure, slice.recipe(), slice.field(), seed, crew)
                    .make(slice.z());
        }
    }

    /** A localizer from {@code topMm} down, {@link LocalizerMaker#COLUMNS} wide, in the units of its instances. */
    public static float[] localizer(Subject subject, boolean lateral, double topMm, int rows, long seed, int threads) {
        Phantom phantom = subject.make(seed);
        float[] picture = new float[rows * LocalizerMaker.COLUMNS];
        try (Crew crew = new Crew(threads)) {
            new LocalizerMaker(phantom, Beam.of(120), LOCALIZER_ROW_MAS, lateral, seed, crew)
                    .measure(picture, topMm, 0, rows);
        }
        float[] sharp = LocalizerMaker.sharpened(picture, rows);
        for (int k = 0; k < sharp.length; k++) {
            sharp[k] *= (float) LOCALIZER_SCALE;
        }
        return sharp;
    }
}
