package org.farfield.launcher;

import java.util.Locale;
import java.util.Optional;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.volume.VoiTransform;

/**
 * Whether VTK sees the same voxels at the same places: frame 0 of a case, drawn with one grey level for each HU, beside
 * VTK's values. Slabs are not compared, because VTK samples them at other depths.
 */
final class VtkAgreement {
    private static final VoiTransform LEVEL_PER_HU = new VoiTransform.LinearExact(40, 255);
    /** Pixels this near to the volume's faces are left to each program's own rule. */
    private static final double FACE_VOXELS = 2;

    private final RenderEngine engine;
    private final VtkPeer peer;

    VtkAgreement(RenderEngine engine, VtkPeer peer) {
        this.engine = engine;
        this.peer = peer;
    }

    /** In words, for the report; empty where the case has no such picture. */
    Optional<String> of(BenchCase one) throws Failed {
        if (!(one.frame().apply(0) instanceof ReformatRequest shown)
                || shown.slab().thicknessMm() > 0) {
            return Optional.empty();
        }
        short[] theirs = peer.picture(one.name());
        if (theirs.length != shown.pixels()) {
            return Optional.empty();
        }
        ReformatRequest request = new ReformatRequest(
                shown.volume(),
                shown.plane(),
                shown.width(),
                shown.height(),
                shown.slab(),
                shown.interpolation(),
                LEVEL_PER_HU,
                false);
        int[] ours = new int[request.pixels()];
        engine.render(request, ours);
        double worst = 0;
        int beyondOne = 0;
        for (int i = 0; i < ours.length; i++) {
            if (within(request, i % request.width(), i / request.width())) {
                double grey =
                        255 * LEVEL_PER_HU.apply(request.volume().modality().apply(theirs[i]));
                double difference = Math.abs(Math.rint(grey) - (ours[i] & 0xff));
                worst = Math.max(worst, difference);
                beyondOne += difference > 1 ? 1 : 0;
            }
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "largest difference %.0f HU; %d of %d pixels differ by more than 1 HU",
                worst,
                beyondOne,
                ours.length));
    }

    private static boolean within(ReformatRequest request, int px, int py) {
        ImagePlane plane = request.plane();
        var g = request.volume().geometry();
        var at = g.toVoxel(plane.toPatient(px, py, request.width(), request.height()));
        return within(at.column(), g.columns()) && within(at.row(), g.rows()) && within(at.slice(), g.slices());
    }

    private static boolean within(double at, int count) {
        return at >= FACE_VOXELS && at <= count - 1 - FACE_VOXELS;
    }
}
