package org.farfield.workstation.app;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.viewport.FrameShown;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.viewport.SurfaceSize;
import org.farfield.rendering.viewport.ViewportSurface;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewportGeometry;

/**
 * One plane on the screen: its picture, the lines and marks over it, the words in its corners, and the mouse. FX
 * thread.
 */
public final class ViewportPane extends Pane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Plane plane;
    private final ReadingModel model;
    private final ViewportSurface surface;
    private final LineOverlay lines;
    private final CornerOverlay corners;
    private final SpeedOverlay speed;
    private final ViewportInput input;
    private final CurveInset inset;
    private final InputMoment moment;

    ViewportPane(Plane plane, ReadingModel model, RenderLoop loop, Texts texts, InputMoment moment) {
        this.moment = moment;
        this.plane = plane;
        this.model = model;
        this.surface = new ViewportSurface(loop);
        this.lines = new LineOverlay(plane, texts);
        this.corners = new CornerOverlay(plane, texts);
        this.speed = new SpeedOverlay(surface, texts);
        this.inset = new CurveInset(model, loop, texts);
        this.input = new ViewportInput(this, model);
        setId("viewport-" + plane.id());
        getStyleClass().addAll("viewport", plane.id());
        setFocusTraversable(true);
        accessibleTextProperty().bind(texts.bind("plane." + plane.id()));
        getChildren().addAll(surface, lines, corners, inset, speed);
        surface.show(this::request);
        surface.onFrame(frame -> input.refreshProbe());
        model.mpr().subscribe(shown -> {
            if (shown.isEmpty()) {
                surface.clear();
                surface.show(this::request);
            }
            refresh();
        });
        model.active().subscribe(active -> pseudoClassStateChanged(ACTIVE, active == plane));
        model.crosshairShown().subscribe(this::refresh);
        model.speedShown().subscribe(speed::show);
        texts.language().subscribe(this::refresh);
        hoverProperty().subscribe(this::requestLayout);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                model.active().set(plane);
            }
        });
    }

    /** The plane it shows. */
    public Plane plane() {
        return plane;
    }

    /** The picture itself. */
    public ViewportSurface surface() {
        return surface;
    }

    void set(PictureOverlay overlay) {
        lines.set(overlay);
        corners.set(overlay);
        requestLayout();
    }

    void setPointers(PictureOverlay overlay) {
        lines.setPointers(overlay);
        requestLayout();
    }

    /** The words over the picture now. */
    List<String> overlayLines() {
        return corners.lines();
    }

    /** Where its pixels lie in the patient, empty where nothing is shown. */
    public Optional<ViewportGeometry> geometry() {
        return model.mpr().get().map(mpr -> mpr.geometry(plane, Math.max(1, getWidth()), Math.max(1, getHeight())));
    }

    /** Something changed that this plane shows; drawn once at the next pulse. */
    void refresh() {
        moment.nanos().ifPresentOrElse(surface::refreshAfterGesture, surface::refresh);
        requestLayout();
    }

    boolean settled() {
        if (model.mpr().get().isEmpty()) {
            return true;
        }
        Optional<RenderRequest> wanted = request(surface.surfaceSize());
        return surface.shown()
                .filter(frame -> !frame.coarse())
                .map(FrameShown::request)
                .equals(wanted);
    }

    private Optional<RenderRequest> request(SurfaceSize size) {
        return model.mpr().get().map(mpr -> {
            Optional<RenderRequest> curved =
                    curved(mpr, size.width(), size.height()).map(request -> request);
            return curved.orElseGet(() -> mpr.picture(plane, size.width(), size.height()));
        });
    }

    private Optional<CurvedRequest> curved(MprModel mpr, double width, double height) {
        return plane == Plane.OBLIQUE
                ? mpr.curve().request((int) Math.max(1, width), (int) Math.max(1, height))
                : Optional.empty();
    }

    /** The picture along a path where this viewport shows that now, in JavaFX units. */
    Optional<CurvedRequest> curved() {
        return model.mpr().get().flatMap(mpr -> curved(mpr, getWidth(), getHeight()));
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        lines.resizeRelocate(0, 0, getWidth(), getHeight());
        corners.resizeRelocate(0, 0, getWidth(), getHeight());
        double speedWidth = Math.min(speed.prefWidth(-1), getWidth());
        speed.resizeRelocate(
                Math.rint(getWidth() - speedWidth - 36),
                Math.rint(getHeight() * 0.22),
                speedWidth,
                speed.prefHeight(-1));
        Optional<MprModel> mpr = model.mpr().get();
        Optional<ViewportGeometry> geometry = geometry();
        boolean shows = isVisible() && geometry.isPresent() && mpr.isPresent();
        Optional<CurvedRequest> curved = curved();
        inset.setVisible(shows && curved.isPresent());
        lines.setVisible(shows && curved.isEmpty());
        corners.setVisible(shows && curved.isEmpty());
        if (shows && curved.isPresent()) {
            inset.resizeRelocate(0, 0, getWidth(), getHeight());
            inset.draw(mpr.get().curve(), curved.get());
        } else if (shows) {
            lines.draw(mpr.get(), geometry.get(), model.crosshairShown().get(), isHover());
            corners.say(mpr.get(), geometry.get());
        }
    }
}
