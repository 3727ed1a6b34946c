package org.farfield.rendering.engine;

/** All that the rays of a shaded picture share, laid out for the loop that casts them. Immutable. */
final class CompositeScene {

    static final int SHINE_STEPS = 256;

    final RayGeometry rays;
    final VoxelGrid grid;
    final VolumeBlocks blocks;
    final byte[] distance;
    final TransferTable table;
    final SurfaceLight light;
    final float[] shine;
    final float ambient;
    final float diffuse;
    final float specular;
    /** 1 over the change a millimetre of a full surface; endless where all is surface. */
    final float perSurface;
    /** 1 over the change a millimetre of full opacity; 0 where opacity does not depend on it. */
    final float perEdge;
    /** A sample that takes less of the light than this needs no gradient. */
    final float leastLit;

    final int background;

    CompositeScene(VolumeRequest request, VolumeLook.Shaded look, RayGeometry rays, EmptySpace space, VoxelGrid grid) {
        this.rays = rays;
        this.grid = grid;
        this.blocks = space.blocks;
        this.distance = space.distance;
        this.table = space.table;
        RayLight numbers = RayLight.of(request, look);
        this.light = numbers.gradient();
        shine = SurfaceLight.shine(numbers.shininess(), SHINE_STEPS);
        ambient = numbers.ambient();
        diffuse = numbers.diffuse();
        specular = numbers.specular();
        perSurface = numbers.perSurface();
        perEdge = numbers.perEdge();
        leastLit = numbers.leastLit();
        background = request.background();
    }
}
