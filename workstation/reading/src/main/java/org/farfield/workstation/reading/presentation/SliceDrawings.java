package org.farfield.workstation.reading.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;
import org.farfield.workstation.report.gsps.Annotation;
import org.farfield.workstation.report.gsps.DisplayedArea;
import org.farfield.workstation.report.gsps.Graphic;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.gsps.Target;
import org.farfield.workstation.report.gsps.TextMark;
import org.farfield.workstation.report.gsps.Units;

/** Brings the annotations of a presentation state to the places of an image (PS3.3 C.10.5). */
final class SliceDrawings {
    private static final int CURVE_SIDES = 96;
    private static final int PIECES = 12;

    private final SlicePlane plane;
    private final Turn turn;
    private final double left;
    private final double top;
    private final double columns;
    private final double rows;

    private SliceDrawings(SlicePlane plane, Turn turn, Optional<DisplayedArea> area) {
        this.plane = plane;
        this.turn = turn;
        this.left = area.map(a -> Math.min(a.left(), a.right()) - 1.0).orElse(0.0);
        this.top = area.map(a -> Math.min(a.top(), a.bottom()) - 1.0).orElse(0.0);
        this.columns = area.map(a -> Math.abs(a.right() - a.left()) + 1.0).orElse((double) plane.columns());
        this.rows = area.map(a -> Math.abs(a.bottom() - a.top()) + 1.0).orElse((double) plane.rows());
    }

    /** What a state says of a slice. */
    static SliceDrawing of(PresentationState state, AcquiredSlice slice, SlicePlane plane) {
        String uid = slice.image().sopInstanceUid();
        SliceDrawings drawings = new SliceDrawings(plane, Turn.of(state.orientation()), area(state, slice));
        List<SliceDrawing.Line> lines = new ArrayList<>();
        List<SliceDrawing.Words> words = new ArrayList<>();
        for (Annotation annotation : state.annotations()) {
            if (Target.any(annotation.targets(), uid, slice.frame())) {
                annotation.graphics().forEach(graphic -> lines.add(drawings.line(graphic)));
                annotation.texts().forEach(text -> words.add(drawings.words(text)));
            }
        }
        return new SliceDrawing(
                plane,
                lines,
                words,
                state.shutters().stream()
                        .map(each -> new SliceDrawing.Outside(pixels(each.xy()), each.grey()))
                        .toList());
    }

    static Optional<DisplayedArea> area(PresentationState state, AcquiredSlice slice) {
        return state.areas().stream()
                .filter(each -> Target.any(each.targets(), slice.image().sopInstanceUid(), slice.frame()))
                .findFirst();
    }

    private static List<Pixel> pixels(List<Double> xy) {
        List<Pixel> all = new ArrayList<>();
        for (int i = 0; i + 1 < xy.size(); i += 2) {
            all.add(new Pixel(xy.get(i), xy.get(i + 1)));
        }
        return all;
    }

    private Pixel place(Units units, double x, double y) {
        if (units == Units.PIXEL) {
            return new Pixel(x, y);
        }
        double across = (x - 0.5) * (turn.level() ? columns : rows);
        double along = (y - 0.5) * (turn.level() ? rows : columns);
        return new Pixel(
                left + columns / 2 + across * turn.rightColumns() + along * turn.downColumns(),
                top + rows / 2 + across * turn.rightRows() + along * turn.downRows());
    }

    private SliceDrawing.Line line(Graphic graphic) {
        List<Pixel> points = pixels(graphic.xy()).stream()
                .map(each -> place(graphic.units(), each.column(), each.row()))
                .toList();
        return new SliceDrawing.Line(
                switch (graphic.type()) {
                    case POINT -> points.subList(0, 1);
                    case POLYLINE -> points;
                    case INTERPOLATED -> smooth(points);
                    case CIRCLE -> circle(points.get(0), points.get(1));
                    case ELLIPSE -> ellipse(points);
                },
                graphic.filled());
    }

    /** Round in the patient, even where pixels are not square. */
    private List<Pixel> circle(Pixel centre, Pixel on) {
        double radius = Math.hypot(
                (on.column() - centre.column()) * plane.columnSpacingMm(),
                (on.row() - centre.row()) * plane.rowSpacingMm());
        List<Pixel> all = new ArrayList<>();
        for (int i = 0; i <= CURVE_SIDES; i++) {
            double angle = 2 * Math.PI * i / CURVE_SIDES;
            all.add(new Pixel(
                    centre.column() + radius * Math.cos(angle) / plane.columnSpacingMm(),
                    centre.row() + radius * Math.sin(angle) / plane.rowSpacingMm()));
        }
        return all;
    }

    private static List<Pixel> ellipse(List<Pixel> ends) {
        Pixel a = ends.get(0);
        Pixel b = ends.get(1);
        Pixel c = ends.get(2);
        Pixel d = ends.get(3);
        double column = (a.column() + b.column()) / 2;
        double row = (a.row() + b.row()) / 2;
        List<Pixel> all = new ArrayList<>();
        for (int i = 0; i <= CURVE_SIDES; i++) {
            double angle = 2 * Math.PI * i / CURVE_SIDES;
            double major = Math.cos(angle) / 2;
            double minor = Math.sin(angle) / 2;
            all.add(new Pixel(
                    column + major * (b.column() - a.column()) + minor * (d.column() - c.column()),
                    row + major * (b.row() - a.row()) + minor * (d.row() - c.row())));
        }
        return all;
    }

    /** A Catmull-Rom curve: through every point, without corners. */
    private static List<Pixel> smooth(List<Pixel> points) {
        boolean closed = points.size() > 2 && points.getFirst().equals(points.getLast());
        List<Pixel> all = new ArrayList<>();
        int last = points.size() - 1;
        for (int i = 0; i < last; i++) {
            Pixel before = points.get(i > 0 ? i - 1 : closed ? last - 1 : 0);
            Pixel after = points.get(i + 2 <= last ? i + 2 : closed ? 1 : last);
            for (int piece = 0; piece < PIECES; piece++) {
                all.add(between(before, points.get(i), points.get(i + 1), after, (double) piece / PIECES));
            }
        }
        all.add(points.get(last));
        return all;
    }

    private static Pixel between(Pixel before, Pixel from, Pixel to, Pixel after, double t) {
        return new Pixel(
                spline(before.column(), from.column(), to.column(), after.column(), t),
                spline(before.row(), from.row(), to.row(), after.row(), t));
    }

    private static double spline(double before, double from, double to, double after, double t) {
        return 0.5
                * (2 * from
                        + (to - before) * t
                        + (2 * before - 5 * from + 4 * to - after) * t * t
                        + (3 * from - before - 3 * to + after) * t * t * t);
    }

    private SliceDrawing.Words words(TextMark text) {
        Optional<Pixel> anchor = text.anchor().map(each -> place(each.units(), each.x(), each.y()));
        Optional<Pixel> corner = text.box().map(each -> place(each.units(), each.left(), each.top()));
        return new SliceDrawing.Words(
                text.text().lines().toList(),
                corner.or(() -> anchor).orElse(new Pixel(0, 0)),
                anchor.filter(each -> text.anchored() && corner.isPresent()));
    }
}
