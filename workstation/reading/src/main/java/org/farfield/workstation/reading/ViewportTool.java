package org.farfield.workstation.reading;

import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.reading.measure.MeasurementKind;

/** The tools that a mouse button can be given. */
public enum ViewportTool implements Tool {
    /** Right and left: wider and narrower; up and down: brighter and darker. A quarter of the width over 64 pixels. */
    WINDOW("window") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            VoiTransform start = model.state().window();
            double perPixel = Math.max(start.width() / PIXELS_FOR_WIDTH, LEAST_PER_PIXEL);
            return new Drag(
                    model,
                    labelKey(),
                    to -> model.setWindow(start.with(
                            Math.rint(start.center() + (to.y() - at.y()) * perPixel),
                            Math.max(1, Math.rint(start.width() + (to.x() - at.x()) * perPixel)))));
        }
    },
    /** Up enlarges, down shrinks, about the place of the press: twice as large over 120 pixels. */
    ZOOM("zoom") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            double start = model.state().view(plane).zoom();
            PatientPoint fixed = geometry.toPatient(at);
            return new Drag(
                    model,
                    labelKey(),
                    to -> model.setZoom(plane, start * Math.pow(2, (at.y() - to.y()) / PIXELS_TO_DOUBLE), fixed));
        }
    },
    /** The picture follows the pointer. */
    PAN("pan") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            PlaneView start = model.state().view(plane);
            return new Drag(
                    model,
                    labelKey(),
                    to -> model.setPan(
                            plane,
                            start.panRightMm() - (to.x() - at.x()) * geometry.mmPerPixel(),
                            start.panDownMm() - (to.y() - at.y()) * geometry.mmPerPixel()));
        }
    },
    /** Down: onwards through the slices, the whole way over four fifths of the viewport's height. */
    SCROLL("scroll") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            SliceSteps steps = model.steps(plane);
            int start = steps.index(model.state().crosshair());
            double perPixel = (steps.count() - 1) / (geometry.height() * 0.8);
            return new Drag(
                    model, labelKey(), to -> model.goTo(plane, start + (int) Math.round((to.y() - at.y()) * perPixel)));
        }
    },
    /** Each press adds a point to the path of the curved reformat; it follows the pointer until it is let go. */
    CURVE("curve") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            return model.curve().draw(geometry.toPatient(at), geometry::toPatient);
        }
    },
    DISTANCE(MeasurementKind.DISTANCE),
    ANGLE(MeasurementKind.ANGLE),
    COBB(MeasurementKind.COBB),
    ELLIPSE(MeasurementKind.ELLIPSE),
    RECTANGLE(MeasurementKind.RECTANGLE),
    FREEHAND(MeasurementKind.FREEHAND),
    POINT(MeasurementKind.POINT),
    ARROW(MeasurementKind.ARROW),
    /** The crosshair goes to the pointer and the other planes with it. */
    CROSSHAIR("crosshair") {
        @Override
        public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
            Drag drag = new Drag(model, labelKey(), to -> model.moveCrosshair(geometry.toPatient(to)));
            drag.drag(at);
            return drag;
        }
    };

    private static final double PIXELS_FOR_WIDTH = 256;
    private static final double LEAST_PER_PIXEL = 0.25;
    private static final double PIXELS_TO_DOUBLE = 120;

    private final String id;
    private final Optional<MeasurementKind> measures;

    ViewportTool(String id) {
        this.id = id;
        this.measures = Optional.empty();
    }

    /** A press begins a measurement, or takes hold of one that is there. */
    ViewportTool(MeasurementKind kind) {
        this.id = kind.id();
        this.measures = Optional.of(kind);
    }

    /** What it measures, empty where it does something else. */
    public Optional<MeasurementKind> measures() {
        return measures;
    }

    @Override
    public Gesture press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return model.measure().press(measures.orElseThrow(), plane, geometry, at);
    }

    /** Whether a press puts a point where it is, so that nothing else there may take the pointer. */
    public boolean draws() {
        return measures.isPresent() || this == CURVE;
    }

    /** A key for the bundles: {@code window}. */
    public String id() {
        return id;
    }

    /** Key of the tool's name in the bundles. */
    public String labelKey() {
        return "tool." + id;
    }

    /** Turns the oblique plane about the crosshair, as its line is dragged round in the viewport of another plane. */
    static Gesture turnOblique(MprModel model, ViewportGeometry geometry, ViewPoint at) {
        MprState start = model.state();
        ViewPoint pivot = geometry.toView(start.crosshair());
        PatientVector axis = geometry.normal();
        double from = degrees(pivot, at);
        return new Drag(model, "tool.turn", to -> model.turnOblique(start, axis, degrees(pivot, to) - from));
    }

    /** Turns the three planes of the body about the crosshair, as a line is dragged round. */
    static Gesture turnCross(MprModel model, ViewportGeometry geometry, ViewPoint at) {
        MprState start = model.state();
        ViewPoint pivot = geometry.toView(start.crosshair());
        PatientVector axis = geometry.normal();
        double from = degrees(pivot, at);
        return new Drag(model, "tool.cross", to -> model.turnCross(start, axis, degrees(pivot, to) - from));
    }

    private static double degrees(ViewPoint pivot, ViewPoint at) {
        return Math.toDegrees(Math.atan2(at.y() - pivot.y(), at.x() - pivot.x()));
    }
}
