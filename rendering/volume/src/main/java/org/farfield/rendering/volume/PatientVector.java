package org.farfield.rendering.volume;

/**
 * A direction or displacement in millimetres in the patient's LPS space (PS3.3 C.7.6.2.1.1): +x left, +y posterior, +z
 * head.
 */
public record PatientVector(double x, double y, double z) {

    public static final PatientVector LEFT = new PatientVector(1, 0, 0);
    public static final PatientVector POSTERIOR = new PatientVector(0, 1, 0);
    public static final PatientVector HEAD = new PatientVector(0, 0, 1);

    public PatientVector plus(PatientVector o) {
        return new PatientVector(x + o.x, y + o.y, z + o.z);
    }

    public PatientVector minus(PatientVector o) {
        return new PatientVector(x - o.x, y - o.y, z - o.z);
    }

    public PatientVector times(double factor) {
        return new PatientVector(x * factor, y * factor, z * factor);
    }

    public PatientVector negated() {
        return new PatientVector(-x, -y, -z);
    }

    public double dot(PatientVector o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public PatientVector cross(PatientVector o) {
        return new PatientVector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length 1. A vector of length 0 has no direction: {@link IllegalArgumentException}. */
    public PatientVector normalized() {
        double length = length();
        if (!(length > 0)) {
            throw new IllegalArgumentException("a vector of length " + length + " has no direction");
        }
        return times(1 / length);
    }

    /** This vector turned about {@code axis} by {@code degrees}, right-handed (Rodrigues). */
    public PatientVector rotatedAbout(PatientVector axis, double degrees) {
        PatientVector k = axis.normalized();
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return times(cos).plus(k.cross(this).times(sin)).plus(k.times(k.dot(this) * (1 - cos)));
    }

    /** The angle to {@code o} in degrees, 0 to 180. */
    public double degreesTo(PatientVector o) {
        return Math.toDegrees(Math.atan2(cross(o).length(), dot(o)));
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
