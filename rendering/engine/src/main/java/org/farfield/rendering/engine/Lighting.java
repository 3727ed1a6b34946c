package org.farfield.rendering.engine;

/**
 * Light from the viewer's head on surfaces in the volume (Blinn and Phong; light and view are the same direction, and a
 * surface is lit from both sides). A surface is where the value changes: colour x (ambient + diffuse x cos) + white x
 * specular x cos^shininess. Where the value hardly changes there is no surface, and the colour shows as it is.
 *
 * @param surfacePerMm the change of value in a millimetre from which on a place is wholly lit as a surface; in between
 *     the share of the light grows in proportion. 0: everywhere
 */
public record Lighting(double ambient, double diffuse, double specular, double shininess, double surfacePerMm) {

    public Lighting {
        if (!(ambient >= 0 && diffuse >= 0 && specular >= 0 && shininess >= 0 && surfacePerMm >= 0)) {
            throw new IllegalArgumentException(
                    "light " + ambient + ", " + diffuse + ", " + specular + ", " + shininess + ", " + surfacePerMm);
        }
    }

    /** No light at all: colours as the transfer function has them. */
    public static final Lighting NONE = new Lighting(1, 0, 0, 1, 0);
}
