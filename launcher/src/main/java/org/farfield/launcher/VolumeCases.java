package org.farfield.launcher;

import java.util.List;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Lighting;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.TransferFunction;
import org.farfield.rendering.engine.TransferFunction.ColourPoint;
import org.farfield.rendering.engine.TransferFunction.OpacityPoint;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * Whole volumes that other programs are compared on: 512x512 parallel rays over 400 mm, from the front and 3 degrees
 * further round each frame, a sample a voxel; bone and contrast medium, shaded and not, and the highest value.
 */
final class VolumeCases {
    private static final int EDGE = 512;
    private static final double FIELD_MM = 400;
    private static final double DEGREES = 3;
    private static final TransferFunction TRANSFER = new TransferFunction(
            List.of(
                    new OpacityPoint(-1024, 0),
                    new OpacityPoint(150, 0),
                    new OpacityPoint(250, 0.15),
                    new OpacityPoint(500, 0.6),
                    new OpacityPoint(1200, 0.9),
                    new OpacityPoint(3071, 0.9)),
            List.of(
                    new ColourPoint(-1024, 0, 0, 0),
                    new ColourPoint(150, 0.5, 0.1, 0.05),
                    new ColourPoint(300, 0.8, 0.3, 0.2),
                    new ColourPoint(700, 1, 0.9, 0.75),
                    new ColourPoint(3071, 1, 1, 1)));

    private final Volume volume;

    private VolumeCases(Volume volume) {
        this.volume = volume;
    }

    static List<BenchCase> of(Volume volume) {
        VolumeCases on = new VolumeCases(volume);
        Lighting light = new Lighting(0.2, 0.7, 0.3, 15, 0);
        return List.of(
                on.turning("volume_shaded512", new VolumeLook.Shaded(TRANSFER, light)),
                on.turning("volume_unshaded512", new VolumeLook.Shaded(TRANSFER, Lighting.NONE)),
                on.turning("volume_mip512", new VolumeLook.Mip(new VoiTransform.LinearExact(500, 1000), false)));
    }

    private BenchCase turning(String name, VolumeLook look) {
        return new BenchCase(name, f -> picture(look, f));
    }

    private RenderRequest picture(VolumeLook look, int frame) {
        ImagePlane plane = ImagePlane.coronal(volume.geometry().center(), FIELD_MM / EDGE)
                .rotated(PatientVector.HEAD, DEGREES * (frame + 1));
        return new VolumeRequest(volume, plane, EDGE, EDGE, look);
    }
}
