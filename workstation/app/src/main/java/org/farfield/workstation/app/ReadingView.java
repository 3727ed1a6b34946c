package org.farfield.workstation.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.workstation.reading.DisplaySetModel;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.Fusion;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;

/** The 2x2 view: axial and coronal above, sagittal and oblique below, or one of them alone. FX thread. */
public final class ReadingView extends Pane {
    static final double GAP = 2;

    private final ReadingModel model;
    private final Map<Plane, ViewportPane> viewports = new EnumMap<>(Plane.class);
    private final InputMoment moment = new InputMoment();
    private final VolumePane volume;
    private final FramesPane frames;
    private final Label prompt = new Label();
    private Subscription shown = Subscription.EMPTY;
    private Subscription second = Subscription.EMPTY;

    /** Shows what {@code model} holds, drawn on {@code loop}'s engine. */
    public ReadingView(ReadingModel model, RenderLoop loop, Texts texts) {
        this.model = model;
        getStyleClass().add("reading-view");
        for (Plane plane : Plane.values()) {
            ViewportPane viewport = new ViewportPane(plane, model, loop, texts, moment);
            viewports.put(plane, viewport);
            getChildren().add(viewport);
        }
        volume = new VolumePane(model, loop, texts, moment);
        volume.setVisible(false);
        frames = new FramesPane(model, texts);
        frames.setVisible(false);
        getChildren().addAll(volume, frames);
        model.frames().subscribe(this::requestLayout);
        model.volumeShown().subscribe(this::requestLayout);
        prompt.getStyleClass().add("prompt");
        prompt.setId("prompt");
        prompt.setWrapText(true);
        prompt.textProperty().bind(texts.bind("prompt.empty"));
        prompt.visibleProperty().bind(model.stepping().not());
        prompt.setMouseTransparent(true);
        getChildren().add(prompt);
        model.maximised().subscribe(this::requestLayout);
        model.mpr().subscribe(this::follow);
    }

    /** Lays something over all pictures, in place of what was there; set it again when it changes. */
    public void setOverlay(PictureOverlay overlay) {
        viewports.values().forEach(each -> each.set(overlay));
        frames.set(overlay);
    }

    /** Lays people's pointers over everything else in the four planes; they say nothing in the corners. */
    public void setPointers(PictureOverlay overlay) {
        viewports.values().forEach(each -> each.setPointers(overlay));
    }

    /** Shows a display set in all four planes. */
    public MprModel show(DisplaySetModel displaySet) {
        return model.show(displaySet);
    }

    public ReadingModel model() {
        return model;
    }

    /** What the reader looks at: the single images, or the viewport that the keyboard moves. */
    public Node active() {
        return model.frames().get().isPresent()
                ? frames
                : viewport(model.active().get());
    }

    /** The viewport of a plane. */
    public ViewportPane viewport(Plane plane) {
        return Objects.requireNonNull(viewports.get(plane));
    }

    /** The 3-D view, which can stand in place of the oblique plane. */
    public VolumePane volume() {
        return volume;
    }

    /** The view of single images, which can stand in place of the planes. */
    FramesPane frames() {
        return frames;
    }

    /** Takes the time of what hands do in this scene, so that pictures know how late they are. */
    public void watch(Scene scene) {
        moment.watch(scene);
    }

    /** Whether every viewport that can be seen shows its newest picture. */
    public boolean settled() {
        return viewports.values().stream().filter(ViewportPane::isVisible).allMatch(ViewportPane::settled)
                && (!volume.isVisible() || volume.settled())
                && model.frames().get().map(FramesModel::settled).orElse(true);
    }

    private void follow(Optional<MprModel> mpr) {
        shown.unsubscribe();
        shown = mpr.map(this::follow).orElse(Subscription.EMPTY);
    }

    private Subscription follow(MprModel mpr) {
        Subscription state = mpr.stateProperty().subscribe(this::refresh);
        SliceArrivals arrivals = new SliceArrivals(mpr.displaySet().volume(), newest -> {
            mpr.sliceArrived(newest);
            refresh();
            volume.arrived();
        });
        Subscription fused = mpr.fusion().subscribe(over -> {
            second.unsubscribe();
            second = over.<Subscription>map(this::followSecond).orElse(Subscription.EMPTY);
            refresh();
        });
        Subscription labelled = mpr.labels().subscribe(layers -> refresh());
        return state.and(arrivals::close).and(fused).and(labelled).and(() -> second.unsubscribe());
    }

    private Subscription followSecond(Fusion over) {
        return new SliceArrivals(over.volume(), newest -> refresh())::close;
    }

    private void refresh() {
        for (ViewportPane viewport : viewports.values()) {
            viewport.refresh();
        }
        volume.refresh();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double half = Math.floor((width - GAP) / 2);
        double upper = Math.floor((height - GAP) / 2);
        Optional<Plane> alone = model.maximised().get();
        boolean single = model.frames().get().isPresent();
        frames.setVisible(single);
        frames.resizeRelocate(0, 0, width, height);
        for (ViewportPane viewport : viewports.values()) {
            boolean first = viewport.plane() == Plane.AXIAL || viewport.plane() == Plane.SAGITTAL;
            boolean above = viewport.plane() == Plane.AXIAL || viewport.plane() == Plane.CORONAL;
            boolean seen = alone.isEmpty() || alone.get() == viewport.plane();
            boolean replaced =
                    viewport.plane() == Plane.OBLIQUE && model.volumeShown().get();
            viewport.setVisible(seen && !replaced && !single);
            if (alone.isPresent()) {
                viewport.resizeRelocate(0, 0, width, height);
            } else {
                double x = first ? 0 : half + GAP;
                double y = above ? 0 : upper + GAP;
                viewport.resizeRelocate(x, y, first ? half : width - x, above ? upper : height - y);
            }
            if (viewport.plane() == Plane.OBLIQUE) {
                volume.setVisible(seen && replaced && !single);
                volume.resizeRelocate(
                        viewport.getLayoutX(), viewport.getLayoutY(), viewport.getWidth(), viewport.getHeight());
            }
        }
        double promptWidth = Math.min(width - 40, 520);
        double promptHeight = prompt.prefHeight(promptWidth);
        prompt.resizeRelocate(
                Math.rint((width - promptWidth) / 2),
                Math.rint((height - promptHeight) / 2),
                promptWidth,
                promptHeight);
    }
}
