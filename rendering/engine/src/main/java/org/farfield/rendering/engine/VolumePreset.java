package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.farfield.rendering.engine.TransferFunction.ColourPoint;
import org.farfield.rendering.engine.TransferFunction.OpacityPoint;
import org.farfield.rendering.volume.VoiTransform;

/**
 * Transfer functions for CT to begin with. They say what is shown, not what is diseased: a value in HU names no tissue
 * by itself.
 *
 * <p>Where each begins and ends follows the open presets of 3D Slicer
 * (Modules/Loadable/VolumeRendering/Resources/presets.xml), which each constant names with the values it takes over.
 * Opacities are those of a millimetre and colours are our own, chosen on phantoms and on open data.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, which nothing changes
public enum VolumePreset {
    /** Above soft tissue: the ramp of Slicer's CT-Bones (from 152 to 279 HU), ivory as in CT-Bone from 641 HU on. */
    BONE(
            0,
            opacity(152, 0, 279, 0.04, 450, 0.4, 641, 0.75, 3071, 0.9),
            colour(152, 0.55, 0.30, 0.20, 279, 0.80, 0.62, 0.44, 641, 0.95, 0.88, 0.72, 1200, 1, 0.98, 0.92)),
    /**
     * Contrast medium and bone: the steps of Slicer's CT-AAA2 (from 130 to 396 HU, below 270 HU thinner because noise
     * lies there).
     */
    VESSELS(
            0,
            opacity(130, 0, 170, 0.02, 270, 0.3, 396, 0.7, 3071, 0.85),
            colour(130, 0.45, 0.08, 0.06, 170, 0.75, 0.16, 0.11, 396, 0.95, 0.62, 0.45, 700, 0.98, 0.93, 0.80)),
    /**
     * Borders and vessels of the lung: the band of Slicer's CT-Lung (from -600 to -400 HU), where the value changes.
     */
    LUNG(
            250,
            opacity(-600, 0, -500, 0.10, -400, 0.10, -300, 0, 3071, 0),
            colour(-900, 0.45, 0.55, 0.75, -600, 0.85, 0.62, 0.58, -450, 0.95, 0.72, 0.62, -300, 1, 0.86, 0.78)),
    /** From the air to the body: the step of Slicer's CT-Soft-Tissue (-167 to -160 HU), taken at a slope. */
    SKIN(
            0,
            opacity(-350, 0, -160, 0.7, 100, 0.9, 3071, 0.95),
            colour(-350, 0.80, 0.58, 0.46, -160, 0.93, 0.73, 0.61, 60, 0.86, 0.55, 0.45, 300, 0.98, 0.93, 0.84)),
    /** Borders of air: the range of Slicer's CT-Air (opaque below -900, nothing above -500 HU), only where it ends. */
    AIRWAY(
            400,
            opacity(-1000, 0, -980, 0.05, -900, 0.05, -500, 0.03, -400, 0, 3071, 0),
            colour(-1000, 0.45, 0.68, 0.95, -850, 0.65, 0.82, 1, -500, 0.85, 0.92, 1));

    /**
     * For the highest value along each ray: bone and contrast medium over the noise; from 0 to Slicer's CT-MIP 700 HU.
     */
    public static final VoiTransform.Window MIP_WINDOW = new VoiTransform.Window(350, 700);

    /** A matt surface with a little shine, as bone scans are usually lit; see Slicer's CT-Bone. */
    private static final Lighting LIGHT = new Lighting(0.15, 0.85, 0.2, 12, 80);

    private final TransferFunction transfer;

    VolumePreset(double edgePerMm, List<OpacityPoint> opacity, List<ColourPoint> colour) {
        this.transfer = new TransferFunction(opacity, colour, edgePerMm);
    }

    private static List<OpacityPoint> opacity(double... pairs) {
        List<OpacityPoint> points = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.add(new OpacityPoint(pairs[i], pairs[i + 1]));
        }
        return points;
    }

    private static List<ColourPoint> colour(double... fours) {
        List<ColourPoint> points = new ArrayList<>();
        for (int i = 0; i < fours.length; i += 4) {
            points.add(new ColourPoint(fours[i], fours[i + 1], fours[i + 2], fours[i + 3]));
        }
        return points;
    }

    /** A key for the bundles and the command line: {@code bone}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public TransferFunction transfer() {
        return transfer;
    }

    /** The preset under a headlight. */
    public VolumeLook.Shaded look() {
        return new VolumeLook.Shaded(transfer, LIGHT);
    }
}
