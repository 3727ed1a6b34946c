package org.farfield.workstation.report.gsps;

import java.util.List;

/**
 * What part of the images is to be seen (PS3.3 C.10.4). Columns and rows count from 1; the area may reach beyond the
 * image.
 *
 * @param left first column that is seen, before rotation and flip the one or the other end
 * @param spacingMm from row to row and from column to column, or their ratio; empty where nothing says it
 * @param magnification pixels of the display for one of the image, where the mode is MAGNIFY; otherwise 0
 */
public record DisplayedArea(
        List<Target> targets,
        int left,
        int top,
        int right,
        int bottom,
        SizeMode mode,
        List<Double> spacingMm,
        double magnification) {

    public DisplayedArea {
        targets = List.copyOf(targets);
        spacingMm = List.copyOf(spacingMm);
    }

    /** Presentation Size Mode (0070,0100). */
    public enum SizeMode {
        SCALE_TO_FIT("SCALE TO FIT"),
        TRUE_SIZE("TRUE SIZE"),
        MAGNIFY("MAGNIFY");

        private final String term;

        SizeMode(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }
}
