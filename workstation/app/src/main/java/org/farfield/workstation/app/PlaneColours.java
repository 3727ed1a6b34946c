package org.farfield.workstation.app;

import javafx.scene.paint.Color;
import org.farfield.workstation.reading.Plane;

/**
 * The planes' colours, apart from one another for every kind of colour vision (Okabe and Ito 2008); words go with them
 * always.
 */
final class PlaneColours {
    private PlaneColours() {}

    static Color of(Plane plane) {
        return switch (plane) {
            case AXIAL -> Color.web("#e69f00");
            case CORONAL -> Color.web("#2fbf94");
            case SAGITTAL -> Color.web("#56b4e9");
            case OBLIQUE -> Color.web("#e08ac0");
        };
    }
}
