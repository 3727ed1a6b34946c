package org.farfield.remote.protocol;

import java.util.OptionalDouble;

/**
 * The values of one level; a missing one is never passed.
 *
 * @param ctdiVolMGy mGy
 * @param dlpMGyCm mGy cm
 */
public record DoseValues(OptionalDouble ctdiVolMGy, OptionalDouble dlpMGyCm) {
    /** No value. */
    public static final DoseValues NONE = new DoseValues(OptionalDouble.empty(), OptionalDouble.empty());

    /** Whether a figure is above its value. */
    public boolean passedBy(DoseFigures figures) {
        return (ctdiVolMGy.isPresent() && figures.ctdiVolMGy() > ctdiVolMGy.getAsDouble())
                || (dlpMGyCm.isPresent() && figures.dlpMGyCm() > dlpMGyCm.getAsDouble());
    }
}
