package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.util.Subscription;
import org.farfield.rendering.engine.EdgeLetters;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.viewport.FrameShown;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.viewport.SurfaceSize;
import org.farfield.rendering.viewport.ViewportSurface;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.VolumeModel;
import org.farfield.workstation.reading.VolumeState;

/** The 3-D view: the whole volume, what it is called in its corner, its tools along the edges, the mouse. FX thread. */
public final class VolumePane extends Pane {
    private static final double MARGIN = 8;

    private final ReadingModel model;
    private final Texts texts;
    private final InputMoment moment;
    private final ViewportSurface surface;
    private final Corner place = new Corner("place", Pos.TOP_LEFT);
    private final Label left = letter();
    private final Label right = letter();
    private final Label top = letter();
    private final Label bottom = letter();
    private final Polyline outline = new Polyline();
    private final VolumeTools tools;
    private Subscription shown = Subscription.EMPTY;

    VolumePane(ReadingModel model, RenderLoop loop, Texts texts, InputMoment moment) {
        this.model = model;
        this.texts = texts;
        this.moment = moment;
        this.surface = new ViewportSurface(loop);
        this.tools = new VolumeTools(model, loop, texts);
        setId("viewport-volume");
        getStyleClass().addAll("viewport", "oblique");
        setFocusTraversable(true);
        accessibleTextProperty().bind(texts.bind("volume.view"));
        outline.getStyleClass().add("scalpel-outline");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        place.setMouseTransparent(true);
        getChildren().addAll(surface, outline, place, left, right, top, bottom, tools);
        surface.show(this::request);
        new VolumeInput(this, model);
        model.volume().subscribe(this::follow);
        texts.language().subscribe(this::refresh);
        visibleProperty().subscribe(visible -> {
            refresh();
            if (visible) {
                tools.shownNow();
            }
        });
    }

    private static Label letter() {
        Label label = new Label();
        label.getStyleClass().add("edge-letter");
        label.setMouseTransparent(true);
        label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return label;
    }

    private void follow(Optional<VolumeModel> volume) {
        shown.unsubscribe();
        shown = volume.map(each -> each.stateProperty().subscribe(this::refresh))
                .orElse(Subscription.EMPTY);
        if (volume.isEmpty()) {
            surface.clear();
            surface.show(this::request);
        }
        refresh();
    }

    /** The picture itself. */
    public ViewportSurface surface() {
        return surface;
    }

    /** What it shows, empty where nothing is. */
    Optional<VolumeModel> shownVolume() {
        return model.volume().get();
    }

    /** Something changed that the picture shows; drawn once at the next pulse. */
    void refresh() {
        moment.nanos().ifPresentOrElse(surface::refreshAfterGesture, surface::refresh);
        requestLayout();
    }

    /** Slices have come. */
    void arrived() {
        refresh();
        tools.arrived();
    }

    boolean settled() {
        Optional<VolumeRequest> wanted = request(surface.surfaceSize());
        return surface.shown()
                .filter(frame -> !frame.coarse())
                .map(FrameShown::request)
                .equals(wanted);
    }

    private Optional<VolumeRequest> request(SurfaceSize size) {
        return isVisible()
                ? model.volume().get().map(each -> each.request(size.width(), size.height()))
                : Optional.empty();
    }

    /** Draws the scalpel's way over the picture; none takes it off. */
    void draw(List<ViewPoint> corners) {
        List<Double> points = new ArrayList<>();
        corners.forEach(p -> points.addAll(List.of(p.x(), p.y())));
        outline.getPoints().setAll(points);
    }

    /** The words over the picture now. */
    List<String> overlayLines() {
        return place.lines();
    }

    private List<String> words(VolumeState state) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("volume.view"));
        lines.add(texts.get(
                "volume.preset." + state.preset().map(each -> each.id()).orElse("mip")));
        if (state.crop().isPresent()
                || !state.cuts().isEmpty()
                || !state.corner().isEmpty()) {
            lines.add(texts.get("volume.incomplete"));
        }
        lines.add(texts.get(
                "overlay.zoom", String.format(Locale.ROOT, "%.2f", state.view().zoom())));
        return lines;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        surface.resizeRelocate(0, 0, w, h);
        Optional<VolumeModel> volume = model.volume().get();
        boolean shows = volume.isPresent();
        for (Label label : List.of(left, right, top, bottom)) {
            label.setVisible(shows);
        }
        place.setVisible(shows);
        tools.setVisible(shows);
        if (volume.isEmpty()) {
            return;
        }
        place.say(words(volume.get().state()));
        place.resizeRelocate(MARGIN, MARGIN, Math.ceil(place.prefWidth(-1)), Math.ceil(place.prefHeight(-1)));
        EdgeLetters letters = EdgeLetters.of(volume.get().plane(w, h));
        left.setText(letters.left());
        right.setText(letters.right());
        top.setText(letters.top());
        bottom.setText(letters.bottom());
        put(left, MARGIN, h / 2);
        put(right, w - MARGIN - right.prefWidth(-1), h / 2);
        put(top, w / 2, MARGIN);
        double toolsHeight = tools.prefHeight(w);
        put(bottom, w / 2, h - toolsHeight - 2 * MARGIN - bottom.prefHeight(-1));
        tools.resizeRelocate(0, 0, w, h);
    }

    private static void put(Label label, double x, double y) {
        label.resizeRelocate(
                Math.rint(x), Math.rint(y), Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
    }
}
