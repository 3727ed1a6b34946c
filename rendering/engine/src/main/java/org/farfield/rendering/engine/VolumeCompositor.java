package org.farfield.rendering.engine;

/** A shaded volume, ray by ray, front to back; see {@link CompositeRay}. */
final class VolumeCompositor implements PicturePainter {

    private final VolumeRequest request;
    private final RayGeometry rays;
    private final CompositeScene scene;

    VolumeCompositor(VolumeRequest request, VolumeLook.Shaded look, VolumeStore store) {
        this.request = request;
        this.rays = RayGeometry.of(request);
        EmptySpace space = store.space(request, look);
        this.scene = new CompositeScene(request, look, rays, space, new VoxelGrid(request.volume()));
    }

    @Override
    public Brush brush() {
        RayPieces pieces = new RayPieces(request, rays);
        CompositeRay ray = new CompositeRay(scene);
        return (from, to, argb) -> {
            for (int py = from; py < to; py++) {
                for (int px = 0; px < request.width(); px++) {
                    argb[py * request.width() + px] = ray.cast(px, py, pieces, pieces.find(px, py));
                }
            }
        };
    }
}
