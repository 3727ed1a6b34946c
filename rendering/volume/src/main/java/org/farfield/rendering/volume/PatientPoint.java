package org.farfield.rendering.volume;

/**
 * A place in the patient in millimetres, LPS (PS3.3 C.7.6.2.1.1): x grows to the left, y to the back, z to the head.
 */
public record PatientPoint(double x, double y, double z) {

    public static final PatientPoint ORIGIN = new PatientPoint(0, 0, 0);

    public PatientPoint plus(PatientVector v) {
        return new PatientPoint(x + v.x(), y + v.y(), z + v.z());
    }

    /** The displacement that leads from {@code o} to this point. */
    public PatientVector minus(PatientPoint o) {
        return new PatientVector(x - o.x, y - o.y, z - o.z);
    }

    public double distanceTo(PatientPoint o) {
        return minus(o).length();
    }

    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
