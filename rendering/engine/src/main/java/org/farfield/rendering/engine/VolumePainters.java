package org.farfield.rendering.engine;

/** The painter of each look of a volume. */
final class VolumePainters {

    private VolumePainters() {}

    static PicturePainter of(VolumeRequest request, VolumeStore store) {
        return switch (request.look()) {
            case VolumeLook.Shaded shaded -> new VolumeCompositor(request, shaded, store);
            case VolumeLook.Mip mip -> new VolumeMaximum(request, mip, store);
        };
    }
}
