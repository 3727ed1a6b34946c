package org.farfield.remote.protocol;

/**
 * A field of a plan that is outside what the scanner allows.
 *
 * @param field the word of a {@link PlanField}, or {@code kernel}, {@code length}, {@code slices}, {@code scan-time}
 * @param value what the plan has, with its unit
 * @param allowed what would be allowed, for people
 */
public record LimitViolation(String field, String value, String allowed) {
    /** One line for people. */
    public String text() {
        return field + " " + value + ": allowed is " + allowed;
    }
}
