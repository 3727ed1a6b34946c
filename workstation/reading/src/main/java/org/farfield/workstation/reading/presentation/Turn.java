package org.farfield.workstation.reading.presentation;

import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.report.gsps.PresentationState.Orientation;

/**
 * Where the screen's right and down lead in an image, in steps along its columns' and rows' numbers (PS3.3 C.10.6).
 *
 * @param rightColumns -1, 0 or 1
 */
record Turn(int rightColumns, int rightRows, int downColumns, int downRows) {

    static Turn of(Orientation orientation) {
        Turn turned = switch (orientation.degrees()) {
            case 90 -> new Turn(0, -1, 1, 0);
            case 180 -> new Turn(-1, 0, 0, -1);
            case 270 -> new Turn(0, 1, -1, 0);
            default -> new Turn(1, 0, 0, 1);
        };
        return orientation.flipped()
                ? new Turn(-turned.rightColumns, -turned.rightRows, turned.downColumns, turned.downRows)
                : turned;
    }

    /** The orientation that comes nearest to how a plane is looked at. */
    static Orientation nearest(SlicePlane plane, PatientVector right, PatientVector down) {
        Orientation best = Orientation.NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int degrees = 0; degrees < 360; degrees += 90) {
            for (boolean flipped : new boolean[] {false, true}) {
                Orientation each = new Orientation(degrees, flipped);
                double agreement =
                        of(each).right(plane).dot(right) + of(each).down(plane).dot(down);
                if (agreement > most + 1e-9) {
                    most = agreement;
                    best = each;
                }
            }
        }
        return best;
    }

    /** In the patient, length 1. */
    PatientVector right(SlicePlane plane) {
        return plane.rowDirection()
                .times(rightColumns)
                .plus(plane.columnDirection().times(rightRows));
    }

    /** In the patient, length 1. */
    PatientVector down(SlicePlane plane) {
        return plane.rowDirection()
                .times(downColumns)
                .plus(plane.columnDirection().times(downRows));
    }

    /** Whether columns grow to the right or downwards: the upper left corner then has the lowest. */
    boolean lowColumnFirst() {
        return rightColumns + downColumns > 0;
    }

    boolean lowRowFirst() {
        return rightRows + downRows > 0;
    }

    /** Whether the screen's right leads along the columns' numbers. */
    boolean level() {
        return rightColumns != 0;
    }
}
