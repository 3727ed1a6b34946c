package org.farfield.remote.twin.quality;

import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.QualityPhantom;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.Exposure;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.recon.SliceMaker;
import org.farfield.remote.twin.xray.Beam;

/**
 * Slices of the quality phantom, made one at a time as the twin makes them: pitch 1, collimation 40 mm. Used by one
 * thread, which has a crew.
 */
public final class QualityScan {
    /** So many mAs that what is left of the noise does not matter. */
    public static final double QUIET_MAS = 1e7;

    private static final double TABLE_MM_PER_HALF_TURN = 20;

    private final Phantom phantom = QualityPhantom.water();
    private final Crew crew;

    public QualityScan(Crew crew) {
        this.crew = crew;
    }

    /** One slice. */
    public Picture slice(
            int kilovolts, double mas, double thicknessMm, Recipe recipe, ImageField field, double z, long seed) {
        Exposure exposure = new Exposure(Beam.of(kilovolts), mas, thicknessMm, TABLE_MM_PER_HALF_TURN);
        SliceMaker maker = new SliceMaker(phantom, exposure, recipe, field, seed, crew);
        return new Picture(field, maker.make(z));
    }
}
