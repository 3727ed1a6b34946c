package org.farfield.workstation.app.live;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.app.PictureOverlay;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.live.PointerModel;

/**
 * The pointers of the people in the session: a small cross with a name in every plane within 2 mm of the spot, a faint
 * dashed one without a name in planes up to 20 mm away. Only in the frame of reference that is shown. FX thread.
 */
final class PointerOverlay implements PictureOverlay {

    /** A plane this near shows the cross, mm. */
    static final double NEAR_MM = 2;

    /** A plane this near shows where it would be, mm. */
    static final double FAINT_MM = 20;

    private static final double ARM = 9;
    private static final double GAP = 3;
    private static final Color OTHERS = Color.web("#ff9ad5");
    private static final Color OWN = Color.web("#ff9ad5", 0.6);
    private static final Color SHADOW = Color.rgb(0, 0, 0, 0.7);

    private final PointerModel pointers;
    private final ReadingModel reading;
    private final Texts texts;

    PointerOverlay(PointerModel pointers, ReadingModel reading, Texts texts) {
        this.pointers = pointers;
        this.reading = reading;
        this.texts = texts;
    }

    @Override
    public List<String> lines(ViewportGeometry view) {
        return List.of();
    }

    @Override
    public List<String> lines(int image) {
        return List.of();
    }

    @Override
    public void draw(GraphicsContext g, ViewportGeometry view) {
        Optional<String> frame = frameOfReference(reading);
        if (frame.isEmpty()) {
            return;
        }
        for (Pointer pointer : pointers.shown()) {
            pointer.spot()
                    .filter(spot -> spot.frameOfReferenceUid().equals(frame.get()))
                    .ifPresent(spot -> cross(g, view, spot, pointer.operator(), OTHERS));
        }
        pointers.own()
                .filter(spot -> spot.frameOfReferenceUid().equals(frame.get()))
                .ifPresent(spot -> cross(g, view, spot, texts.get("pointer.own"), OWN));
    }

    /** The frame of reference of what the planes show. */
    static Optional<String> frameOfReference(ReadingModel reading) {
        return reading.mpr()
                .get()
                .map(mpr ->
                        mpr.displaySet().volume().geometry().frameOfReference().uid());
    }

    /** How far a spot is from a plane, mm. */
    static double distanceMm(ViewportGeometry view, PointedSpot spot) {
        return Math.abs(point(spot).minus(view.center()).dot(view.normal()));
    }

    private static PatientPoint point(PointedSpot spot) {
        return new PatientPoint(spot.x(), spot.y(), spot.z());
    }

    private static void cross(GraphicsContext g, ViewportGeometry view, PointedSpot spot, String name, Color colour) {
        double distance = distanceMm(view, spot);
        if (distance > FAINT_MM) {
            return;
        }
        boolean near = distance <= NEAR_MM;
        ViewPoint at = view.toView(point(spot));
        double x = Math.floor(at.x()) + 0.5;
        double y = Math.floor(at.y()) + 0.5;
        g.save();
        g.setGlobalAlpha(near ? 1 : 0.45);
        g.setLineDashes(near ? new double[0] : new double[] {2, 2});
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? SHADOW : colour);
            g.setLineWidth(pass == 0 ? 3.4 : 1.6);
            g.strokeLine(x - ARM, y, x - GAP, y);
            g.strokeLine(x + GAP, y, x + ARM, y);
            g.strokeLine(x, y - ARM, x, y - GAP);
            g.strokeLine(x, y + GAP, x, y + ARM);
        }
        if (near) {
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.BOTTOM);
            g.setStroke(SHADOW);
            g.setLineWidth(3);
            g.strokeText(name, x + GAP + 2, y - GAP - 1);
            g.setFill(colour);
            g.fillText(name, x + GAP + 2, y - GAP - 1);
        }
        g.restore();
    }
}
