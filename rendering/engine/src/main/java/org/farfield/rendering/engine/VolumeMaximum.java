package org.farfield.rendering.engine;

/** The highest value on each ray of a volume. */
final class VolumeMaximum implements PicturePainter {

    private final VolumeRequest request;
    private final RayGeometry rays;
    private final VoxelGrid grid;
    private final BlockPeaks peaks;
    private final GreyScale grey;

    VolumeMaximum(VolumeRequest request, VolumeLook.Mip look, VolumeStore store) {
        this.request = request;
        this.rays = RayGeometry.of(request);
        this.peaks = store.peaks(request.volume());
        this.grid = new VoxelGrid(request.volume());
        this.grey = GreyScale.of(request.volume(), look.voi(), look.inverted());
    }

    @Override
    public Brush brush() {
        RayPieces pieces = new RayPieces(request, rays);
        MaximumRay ray = new MaximumRay(rays, grid, peaks);
        int nothing = 0xff000000 | request.background();
        return (from, to, argb) -> {
            for (int py = from; py < to; py++) {
                for (int px = 0; px < request.width(); px++) {
                    float highest = ray.cast(px, py, pieces, pieces.find(px, py));
                    argb[py * request.width() + px] = highest == MaximumRay.NOTHING ? nothing : grey.argb(highest);
                }
            }
        };
    }
}
