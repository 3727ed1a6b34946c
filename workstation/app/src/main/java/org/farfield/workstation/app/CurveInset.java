package org.farfield.workstation.app;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.farfield.rendering.engine.CurvedLayout;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.viewport.ViewportSurface;
import org.farfield.workstation.reading.CurveModel;
import org.farfield.workstation.reading.ReadingModel;

/**
 * What lies over a curved picture: its name, the line that marks the cross section, and the cross section itself in the
 * lower right corner. FX thread.
 */
final class CurveInset extends Pane {
    private static final double SHARE = 0.36;
    private static final double MARGIN = 8;

    private final ReadingModel model;
    private final Texts texts;
    private final ViewportSurface section;
    private final Canvas mark = new Canvas();
    private final Corner words = new Corner("place", Pos.TOP_LEFT);

    CurveInset(ReadingModel model, RenderLoop loop, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.section = new ViewportSurface(loop);
        setMouseTransparent(true);
        section.setManaged(false);
        getChildren().addAll(mark, section, words);
        section.show(size -> curve().flatMap(curve -> curve.section(Math.min(size.width(), size.height()))));
    }

    private Optional<CurveModel> curve() {
        return model.mpr().get().map(mpr -> mpr.curve());
    }

    /** Draws everything for the picture that is shown in this size. */
    void draw(CurveModel curve, CurvedRequest shown) {
        section.refresh();
        double edge = Math.floor(Math.min(getWidth(), getHeight()) * SHARE);
        section.resizeRelocate(getWidth() - edge - MARGIN, getHeight() - edge - MARGIN, edge, edge);
        mark.setWidth(getWidth());
        mark.setHeight(getHeight());
        GraphicsContext g = mark.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double y = Math.floor((shown.rowOf(curve.view().sectionMm()) + 0.5) * getHeight() / shown.height()) + 0.5;
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? Color.rgb(0, 0, 0, 0.7) : Color.web("#f0e442"));
            g.setLineWidth(pass == 0 ? 2.6 : 1.1);
            g.strokeLine(0, y, getWidth(), y);
        }
        g.setStroke(Color.web("#f0e442"));
        g.strokeRect(section.getLayoutX() - 1, section.getLayoutY() - 1, edge + 2, edge + 2);
        words.say(List.of(
                texts.get(
                        curve.view().layout() == CurvedLayout.STRAIGHTENED ? "curve.straightened" : "curve.stretched"),
                texts.get("curve.length", Numbers.fixed(shown.path().lengthMm(), 1)),
                texts.get("curve.at", Numbers.fixed(curve.view().sectionMm(), 1))));
        double width = words.prefWidth(-1);
        words.resizeRelocate(MARGIN, MARGIN, width, words.prefHeight(width));
    }
}
