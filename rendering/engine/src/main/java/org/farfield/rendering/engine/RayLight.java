package org.farfield.rendering.engine;

/**
 * The numbers of a look's light as the inner loops use them. Both engines take them from here.
 *
 * @param specular in grey levels
 * @param perSurface 1 over the change in a millimetre of a full surface
 * @param perEdge 1 over the change in a millimetre of full opacity; 0 where opacity does not depend on it
 * @param leastLit a sample that takes less of the light than this needs no gradient
 */
public record RayLight(
        float ambient,
        float diffuse,
        float specular,
        float shininess,
        float perSurface,
        float perEdge,
        float leastLit,
        SurfaceLight gradient) {

    /** Half a grey level. */
    private static final float LEAST_LIT = 1f / 512;

    public static RayLight of(VolumeRequest request, VolumeLook.Shaded look) {
        Lighting lighting = look.lighting();
        double edge = look.transfer().edgePerMm();
        return new RayLight(
                (float) lighting.ambient(),
                (float) lighting.diffuse(),
                (float) (255 * lighting.specular()),
                (float) lighting.shininess(),
                lighting.surfacePerMm() > 0 ? (float) (1 / lighting.surfacePerMm()) : Float.MAX_VALUE,
                edge > 0 ? (float) (1 / edge) : 0,
                edge > 0 ? 0 : lighting.equals(Lighting.NONE) ? Float.MAX_VALUE : LEAST_LIT,
                SurfaceLight.of(request));
    }
}
