package org.farfield.rendering.volume;

/** A box along the patient's axes, in millimetres, LPS. */
public record PatientBox(PatientPoint low, PatientPoint high) {

    public static PatientBox at(PatientPoint p) {
        return new PatientBox(p, p);
    }

    /** The smallest box that holds this one and the point. */
    public PatientBox with(PatientPoint p) {
        return new PatientBox(
                new PatientPoint(Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z())),
                new PatientPoint(Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z())));
    }

    public PatientVector size() {
        return high.minus(low);
    }

    /** The point of this box that is nearest to {@code p}. */
    public PatientPoint clamp(PatientPoint p) {
        return new PatientPoint(
                Math.clamp(p.x(), low.x(), high.x()),
                Math.clamp(p.y(), low.y(), high.y()),
                Math.clamp(p.z(), low.z(), high.z()));
    }
}
