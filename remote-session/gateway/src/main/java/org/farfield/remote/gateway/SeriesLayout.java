package org.farfield.remote.gateway;

import java.util.List;

/**
 * The series that a loaded plan will give, so that a viewer can make room before the first slice. All lengths in mm,
 * LPS. Immutable.
 *
 * @param description Series Description (0008,103E)
 * @param slices how many slices will come, index 0 to slices - 1
 * @param rows rows of each slice
 * @param columns columns of each slice
 * @param position Image Position (Patient) of slice 0, PS3.3 C.7.6.2.1.1: three numbers
 * @param orientation Image Orientation (Patient), the same for all slices: six direction cosines
 * @param rowSpacingMm between the centres of neighbouring rows, first value of Pixel Spacing
 * @param columnSpacingMm between the centres of neighbouring columns, second value of Pixel Spacing
 * @param step from the position of one slice to the next: three numbers
 * @param frameOfReferenceUid Frame of Reference UID (0020,0052)
 */
public record SeriesLayout(
        String description,
        int slices,
        int rows,
        int columns,
        List<Double> position,
        List<Double> orientation,
        double rowSpacingMm,
        double columnSpacingMm,
        List<Double> step,
        String frameOfReferenceUid) {

    /** Keeps its own copies. */
    public SeriesLayout {
        position = List.copyOf(position);
        orientation = List.copyOf(orientation);
        step = List.copyOf(step);
        if (position.size() != 3 || orientation.size() != 6 || step.size() != 3) {
            throw new IllegalArgumentException("a layout has 3 numbers of position, 6 of orientation, 3 of step");
        }
        if (slices < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a layout has at least one slice, row and column");
        }
    }
}
