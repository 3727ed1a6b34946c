package org.farfield.workstation.reading.presentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;
import org.farfield.workstation.report.gsps.Graphic;
import org.farfield.workstation.report.gsps.TextMark;
import org.farfield.workstation.report.gsps.Units;

/** A measurement as graphic and text objects of one image. */
record MeasurementGraphics(Measurement measurement, SlicePlane plane) {
    private static final double SQUARE = 1e-6;
    private static final double HEAD_MM = 4;
    private static final double HEAD_SHARE = 0.25;
    private static final double TEXT_AWAY_MM = 4;
    private static final double LETTER_MM = 3;
    private static final double LINE_MM = 6;

    List<Graphic> shapes() {
        List<Graphic> all = new ArrayList<>();
        if (measurement.kind() == MeasurementKind.POINT) {
            all.add(graphic(Graphic.Type.POINT, measurement.points(), false));
        } else if (measurement.kind() == MeasurementKind.ELLIPSE && staysAnEllipse()) {
            all.add(graphic(Graphic.Type.ELLIPSE, axes(), false));
        } else {
            measurement.lines().forEach(line -> all.add(graphic(Graphic.Type.POLYLINE, line, false)));
        }
        if (measurement.kind() == MeasurementKind.ARROW) {
            all.add(graphic(Graphic.Type.POLYLINE, head(), true));
        }
        return all;
    }

    /** The axes of an ellipse that is turned against pixels that are not square are no axes among the pixels. */
    private boolean staysAnEllipse() {
        DrawingPlane drawn = measurement.plane();
        boolean square = Math.abs(plane.columnSpacingMm() - plane.rowSpacingMm()) < SQUARE;
        double along = Math.abs(drawn.right().dot(plane.rowDirection()));
        return square || along < SQUARE || along > 1 - SQUARE;
    }

    /** The ends of the major axis, then those of the minor one. */
    private List<PatientPoint> axes() {
        Measurement.Box box = measurement.box();
        DrawingPlane drawn = measurement.plane();
        double x = box.middleAcross();
        double y = box.middleAlong();
        List<PatientPoint> across = List.of(drawn.at(box.left(), y), drawn.at(box.right(), y));
        List<PatientPoint> along = List.of(drawn.at(x, box.top()), drawn.at(x, box.bottom()));
        List<PatientPoint> all = new ArrayList<>(box.width() >= box.height() ? across : along);
        all.addAll(box.width() >= box.height() ? along : across);
        return all;
    }

    /** A closed triangle whose first corner is the tip. */
    private List<PatientPoint> head() {
        PatientPoint tip = measurement.points().getFirst();
        PatientVector shaft = measurement.points().getLast().minus(tip);
        double length = Math.min(HEAD_MM, HEAD_SHARE * shaft.length());
        PatientVector back = shaft.normalized().times(length);
        PatientVector aside = back.cross(plane.normal()).times(1.0 / 3);
        return List.of(tip, tip.plus(back).plus(aside), tip.plus(back).plus(aside.times(-1)), tip);
    }

    private Graphic graphic(Graphic.Type type, List<PatientPoint> points, boolean filled) {
        List<Double> xy = new ArrayList<>();
        for (PatientPoint point : points) {
            Pixel at = AcquiredSlice.toPixel(plane, point);
            xy.add((double) (float) at.column());
            xy.add((double) (float) at.row());
        }
        return new Graphic(Units.PIXEL, type, xy, filled);
    }

    /** The words in a box to the right of the shape, those of an arrow at its end. */
    List<TextMark> texts(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<PatientPoint> ends = new ArrayList<>(measurement.points());
        measurement.lines().forEach(ends::addAll);
        Pixel at = measurement.kind() == MeasurementKind.ARROW
                ? AcquiredSlice.toPixel(plane, measurement.points().getLast())
                : ends.stream()
                        .map(each -> AcquiredSlice.toPixel(plane, each))
                        .max(Comparator.comparingDouble(Pixel::column))
                        .orElseThrow();
        int longest = lines.stream().mapToInt(String::length).max().orElse(1);
        double left = (float) (at.column() + TEXT_AWAY_MM / plane.columnSpacingMm());
        double top = (float) (at.row() - LINE_MM * lines.size() / 2 / plane.rowSpacingMm());
        TextMark.Box box = new TextMark.Box(
                Units.PIXEL, left, top, (float) (left + LETTER_MM * longest / plane.columnSpacingMm()), (float)
                        (top + LINE_MM * lines.size() / plane.rowSpacingMm()));
        TextMark.Anchor anchor = new TextMark.Anchor(Units.PIXEL, (float) at.column(), (float) at.row());
        return List.of(new TextMark(String.join("\r\n", lines), Optional.of(box), Optional.of(anchor), false));
    }
}
