package org.farfield.rendering.volume;

import java.util.List;

/**
 * A named CT window. {@code id} is a key for the user interface's bundles.
 *
 * <p>Values: Radiopaedia.org, "Windowing (CT)" (radiopaedia.org/articles/windowing-ct), section "Typical window width
 * and level values": lungs W1500 L-600, mediastinum W350 L50, bone W1800 L400, brain W80 L40, abdomen soft tissues W400
 * L50.
 */
public record WindowPreset(String id, VoiTransform.Window window) {

    public static final WindowPreset LUNG = new WindowPreset("lung", new VoiTransform.Window(-600, 1500));
    public static final WindowPreset MEDIASTINUM = new WindowPreset("mediastinum", new VoiTransform.Window(50, 350));
    public static final WindowPreset BONE = new WindowPreset("bone", new VoiTransform.Window(400, 1800));
    public static final WindowPreset BRAIN = new WindowPreset("brain", new VoiTransform.Window(40, 80));
    public static final WindowPreset ABDOMEN = new WindowPreset("abdomen", new VoiTransform.Window(50, 400));

    /** In the order in which they are offered. */
    public static final List<WindowPreset> CT = List.of(LUNG, MEDIASTINUM, BONE, BRAIN, ABDOMEN);
}
